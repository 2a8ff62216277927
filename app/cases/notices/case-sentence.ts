import { caseMailWords } from '#app/cases/mail-words.ts'
import { caseNoticeWords as words } from '#app/cases/notices/words.ts'
import type { Notice } from '#app/notifications/notice.ts'
import type { Translate } from '#app/platform/words.ts'
import type { NoticeKind } from '#db/enums/notifications.ts'

/** Event type of a case → what its owner is told it as. */
export const kindOfEvent: Record<string, NoticeKind> = {
  'cases.opened': 'case_opened',
  'cases.joined': 'case_joined',
  'cases.merged': 'case_joined',
  'cases.not_recovered': 'case_joined',
  'cases.assigned': 'case_assigned',
}

/** What a case is called in a sentence. */
export const nameOf = (t: Translate, { account, person }: { account: string | null; person: string | null }) =>
  account ?? (person ? t(caseMailWords.personOf, { name: person }) : t(caseMailWords.somebody))

const clocks = {
  reply: { 75: words.reply75, 100: words.reply100, 200: words.reply200 },
  resolve: { 75: words.resolve75, 100: words.resolve100, 200: words.resolve200 },
}
const scored = { case_opened: caseMailWords.openedSubject, case_joined: caseMailWords.joinedSubject }
const heard = { case_opened: caseMailWords.openedHeardSubject, case_joined: caseMailWords.joinedHeardSubject }

interface Values {
  name: string
  score?: number | null
  /** Who wrote a note; null when that is no longer known. */
  author?: string | null
  /** The owner of the case, when its reader stands in for them. */
  standsInFor?: string | null
}

/** The sentence of a notice, also the subject of its mail. */
export function sentenceOf(t: Translate, { kind, data }: Pick<Notice, 'kind' | 'data'>, values: Values): string {
  const { name, score = null, author = null, standsInFor = null } = values
  if (kind === 'case_mention') return author === null ? t(words.mentionedBySomebody, { name }) : t(words.mentioned, { author, name }) // prettier-ignore
  if (kind === 'sla_warning' || kind === 'sla_late') {
    const clock = clocks[data.clock === 'resolve' ? 'resolve' : 'reply']
    return t(clock[kind === 'sla_warning' ? 75 : data.mark === 200 ? 200 : 100], { name })
  }
  const said =
    data.why === 'cases.not_recovered'
      ? t(caseMailWords.notRecoveredSubject, { name, score: score ?? '–' })
      : data.why === 'cases.merged'
        ? t(caseMailWords.mergedSubject, { name })
        : kind !== 'case_opened' && kind !== 'case_joined'
          ? t(caseMailWords.assignedSubject, { name })
          : score === null
            ? t(heard[kind], { name })
            : t(scored[kind], { name, score })
  return standsInFor === null ? said : t(words.standIn, { said, owner: standsInFor })
}
