import { Link } from '@remix-run/react'
import { FileSignature } from 'lucide-react'
import type { ReactNode } from 'react'
import { accountWords as words } from '#app/accounts/page-words.ts'
import { companyWords } from '#app/advocacy/company/words.ts'
import type { listAdvocatesOf } from '#app/advocacy/list-advocates-of.server.ts'
import { stateWords as advocateStates } from '#app/advocacy/words.ts'
import { SeverityBadge, StateBadge } from '#app/cases/components/case-badges.tsx'
import type { ListedCase } from '#app/cases/list-cases.server.ts'
import { ScoreHistory } from '#app/insights/components/score-history.tsx'
import { Voice } from '#app/responses/components/voice.tsx'
import type { Total } from '#app/responses/count-responses.server.ts'
import type { ListedResponse } from '#app/responses/list-responses.server.ts'
import { Badge } from '#app/ui/badge.tsx'
import { LinkButton } from '#app/ui/button.tsx'
import { Time, useT } from '#app/ui/locale.tsx'
import { Section } from '#app/ui/page.tsx'
import { amongAnswers } from '#app/voices/among.ts'
import { HeardVoice } from '#app/voices/components/heard-voice.tsx'
import type { listHeardAmong } from '#app/voices/list-heard-among.server.ts'
import { voiceWords } from '#app/voices/words.ts'

/** What a customer said lately, how their scores went, and the way to all of it. */
export function Voices({
  behind,
  voices,
  heard,
  answers,
  scores,
  actions,
}: {
  /** The query of their answers. */
  behind: string
  voices: ListedResponse[]
  /** What was heard elsewhere on the same days. */
  heard: Awaited<ReturnType<typeof listHeardAmong>>
  answers: Total | null
  scores: Parameters<typeof ScoreHistory>[0]['history'] | null
  /** What can be done beside, say writing a voice down. */
  actions?: ReactNode
}) {
  const t = useT()
  return (
    <>
      {scores ? <ScoreHistory history={scores} behind={behind} /> : null}
      <Section
        title={t(words.voice)}
        actions={
          <span className="flex flex-wrap items-center gap-x-4 gap-y-1">
            {answers && answers.n > 0 ? (
              <Link to={`/responses?${behind}`} className="text-accent underline">
                {t(answers.more ? words.allAnswersMore : words.allAnswers, { n: answers.n })}
              </Link>
            ) : null}
            {actions}
          </span>
        }
      >
        {voices.length + heard.heard.length ? (
          <ul className="divide-y divide-line rounded-lg border border-line bg-surface">
            {amongAnswers(voices, heard.heard).map(({ answer, voice }) =>
              answer ? <Voice key={answer.id} of={answer} /> : <HeardVoice key={voice.id} of={voice} />,
            )}
          </ul>
        ) : (
          <p className="text-muted">{t(words.noVoice)}</p>
        )}
        {heard.heard.length ? (
          <Link to={heard.all} className="text-xs text-accent underline">
            {t(voiceWords.all)}
          </Link>
        ) : null}
      </Section>
    </>
  )
}

/** The cases of an account, the open ones first. */
export function Cases({ cases }: { cases: ListedCase[] }) {
  const t = useT()
  return (
    <Section title={t(words.cases)}>
      {cases.length ? (
        <ul className="divide-y divide-line rounded-lg border border-line bg-surface">
          {cases.map((row) => (
            <li key={row.id} className="flex flex-wrap items-center gap-2 p-3">
              <Link to={`/cases/${row.id}`} className="font-medium text-accent hover:underline">
                {row.personName ?? row.accountName ?? row.id}
              </Link>
              <StateBadge state={row.state} />
              <SeverityBadge severity={row.severity} />
              <span className="text-xs text-muted">
                {row.ownerName} · <Time at={row.openedAt} />
              </span>
            </li>
          ))}
        </ul>
      ) : (
        <p className="text-muted">{t(words.noCases)}</p>
      )}
    </Section>
  )
}

/** Who of an account speaks for us, or may be asked to. */
export function Advocates({
  advocates,
  accountId,
}: {
  advocates: Awaited<ReturnType<typeof listAdvocatesOf>>
  accountId: string
}) {
  const t = useT()
  return (
    <Section
      title={t(words.advocacy)}
      actions={
        <LinkButton to={`/accounts/${accountId}/consents`} size="sm" icon={FileSignature}>
          {t(companyWords.see)}
        </LinkButton>
      }
    >
      {advocates.length ? (
        <ul className="divide-y divide-line rounded-lg border border-line bg-surface">
          {advocates.map((one) => (
            <li key={one.contactId} className="flex flex-wrap items-center gap-2 p-3">
              <Link to={`/contacts/${one.contactId}`} className="font-medium text-accent hover:underline">
                {one.name}
              </Link>
              <Badge>{t(advocateStates[one.state])}</Badge>
              <span className="text-xs text-muted">
                <Time at={one.nominatedAt} />
              </span>
            </li>
          ))}
        </ul>
      ) : (
        <p className="text-muted">{t(words.noAdvocates)}</p>
      )}
    </Section>
  )
}
