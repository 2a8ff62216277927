import { Link } from '@remix-run/react'
import { Ear, Mail } from 'lucide-react'
import { MarkedText } from '#app/responses/components/marked-text.tsx'
import { TopicChips } from '#app/responses/components/topic-chips.tsx'
import { Badge } from '#app/ui/badge.tsx'
import { classTones } from '#app/ui/class-mark.tsx'
import { classSigns } from '#app/ui/class-words.ts'
import { join } from '#app/ui/join.ts'
import { useFormat, useT } from '#app/ui/locale.tsx'
import type { ListedVoice } from '#app/voices/list-voices.server.ts'
import { channelWords, feelingWords, voiceWords as words } from '#app/voices/words.ts'

/** One voice among others: the words large, marked as written down by staff, without a score. */
export function HeardVoice({ of }: { of: ListedVoice }) {
  return (
    <li className="marked relative flex flex-col gap-2 p-4 hover:bg-sunken">
      <Link to={`/voices/${of.id}`} data-row className="after:absolute after:inset-0">
        <q lang={of.language} className="line-clamp-4 max-w-prose text-lg whitespace-pre-line text-ink [quotes:none]">
          <MarkedText text={of.text} marked={of.topics.map((topic) => topic.spans)} />
        </q>
      </Link>
      <HeardFacts of={of} />
      <TopicChips of={{ id: of.id, comment: of.text, topics: of.topics }} />
    </li>
  )
}

/** Who said it, where, when and to whom; never a score. */
export function HeardFacts({ of }: { of: Omit<ListedVoice, 'topics'> }) {
  const t = useT()
  const reply = of.source === 'reply'
  const Icon = reply ? Mail : Ear
  const format = useFormat()
  return (
    <p className="flex flex-wrap items-center gap-x-2.5 gap-y-1 text-xs text-muted">
      <Badge>
        <Icon aria-hidden size={12} /> {t(reply ? words.byReply : words.byStaff)}
      </Badge>
      {of.feeling ? (
        <span className={join('inline-flex min-h-6 items-center gap-1.5 rounded-sm px-2', classTones[of.feeling])}>
          <span aria-hidden>{classSigns[of.feeling]}</span>
          {t(feelingWords[of.feeling])}
        </span>
      ) : null}
      {of.hidden ? (
        <span>{t(words.hidden)}</span>
      ) : (
        <>
          <span className="text-ink">
            {of.contactId && of.person ? (
              <Link to={`/contacts/${of.contactId}`} className="relative z-10 hover:text-accent">
                {of.person}
              </Link>
            ) : (
              t(words.somebody)
            )}
          </span>
          {of.accountId && of.account ? (
            <Link to={`/accounts/${of.accountId}`} className="relative z-10 hover:text-accent">
              {of.account}
            </Link>
          ) : null}
        </>
      )}
      {of.sender && of.contactId === null ? (
        <Badge tone="warning">
          <span className="break-all">{t(words.sentFrom, { sender: of.sender })}</span>
        </Badge>
      ) : null}
      {reply ? null : <span>{t(channelWords[of.channel])}</span>}
      <span className="whitespace-nowrap">{format.day(of.day)}</span>
      {of.heardBy ? <span>{t(words.heard, { name: of.heardBy })}</span> : null}
      <Badge>{t(words.outside)}</Badge>
    </p>
  )
}
