import type { ReplyTime, ReplyWish } from '#db/enums/cases.ts'

/** What somebody who answered may expect: who replies and by when, as their case says, or as it will. */
export type Foreseen =
  /** `owner`: null while nobody could be found who takes it. */
  | { kind: 'reply'; owner: string | null; dueAt: number }
  | { kind: 'replied'; owner: string }
  | { kind: 'not_wanted' }
  /** No case opens: nobody replies unless asked to. */
  | { kind: 'nobody' }
  /** Its case is closed: that was it. */
  | { kind: 'over' }

export interface Standing {
  foreseen: Foreseen
  wish: ReplyWish | null
  when: ReplyTime | null
}
