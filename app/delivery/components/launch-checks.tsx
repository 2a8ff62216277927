import { Link } from '@remix-run/react'
import { CircleCheck, Info } from 'lucide-react'
import { deliveryWords } from '#app/delivery/words.ts'
import { programStateWords, surveyWords } from '#app/surveys/words.ts'
import type { ProgramState } from '#app/surveys/program.ts'
import { Card } from '#app/ui/card.tsx'
import { useT } from '#app/ui/locale.tsx'

export interface Checks {
  programId: string
  state: ProgramState
  version: number
  /** How many languages it speaks. */
  languages: number
  address: boolean
  privacy: boolean
  /** Where mail goes: nowhere but the mailbox, to some addresses, or to customers. */
  mail: { kind: 'mailbox' } | { kind: 'sandbox'; allowed: string[] } | { kind: 'live' }
}

/** What to know before a launch. None of it forbids one. */
export function LaunchChecks({ checks }: { checks: Checks }) {
  const t = useT()
  const { mail } = checks
  return (
    <Card title={t(deliveryWords.checklist)}>
      <ul className="flex flex-col gap-2">
        <Check fine>
          {t(deliveryWords.checkState, { state: t(programStateWords[checks.state]) })}{' '}
          {checks.state === 'draft' ? t(deliveryWords.checkDraft) : null}
        </Check>
        <Check fine>
          {t(deliveryWords.checkWording, { n: checks.version, languages: checks.languages })}{' '}
          <Link to={`/programs/${checks.programId}`} className="text-accent underline">
            {t(surveyWords.preview)}
          </Link>
        </Check>
        <Check fine={checks.address}>
          {t(checks.address ? deliveryWords.checkAddress : deliveryWords.checkNoAddress)}{' '}
          {checks.address ? null : <SetIt />}
        </Check>
        <Check fine={checks.privacy}>
          {t(checks.privacy ? deliveryWords.checkPrivacy : deliveryWords.checkNoPrivacy)}{' '}
          {checks.privacy ? null : <SetIt />}
        </Check>
        <Check fine={mail.kind === 'live'}>
          {mail.kind === 'mailbox'
            ? t(deliveryWords.checkMailbox)
            : mail.kind === 'sandbox'
              ? t(deliveryWords.checkSandbox, { allowed: mail.allowed.join(', ') || '–' })
              : t(deliveryWords.checkLive)}
        </Check>
        <Check fine>{t(deliveryWords.checkTest)}</Check>
      </ul>
    </Card>
  )
}

function SetIt() {
  const t = useT()
  return (
    <Link to="/settings/organisation" className="text-accent underline">
      {t(deliveryWords.setIt)}
    </Link>
  )
}

function Check({ fine, children }: { fine: boolean; children: React.ReactNode }) {
  const t = useT()
  return (
    <li className="flex items-start gap-2">
      {fine ? (
        <CircleCheck aria-hidden size={18} className="mt-px shrink-0 text-success" />
      ) : (
        <Info aria-hidden size={18} className="mt-px shrink-0 text-warning" />
      )}
      <span>
        <span className="sr-only">{t(fine ? deliveryWords.fine : deliveryWords.note)}: </span>
        {children}
      </span>
    </li>
  )
}
