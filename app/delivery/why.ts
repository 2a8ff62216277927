import { paceOf } from '#app/delivery/pace.ts'
import { betweenDays, ownDays, type ProgramPace } from '#app/delivery/planning.ts'
import { whySentences, type Whyever } from '#app/delivery/why-words.ts'
import type { Translate } from '#app/platform/words.ts'
import type { ContactRules } from '#db/enums/delivery.ts'

/** Why somebody is not invited now: the reason, the numbers of its rule, and the next possible time. */
export interface Why {
  reason: Whyever
  days: number
  people: number
  next: number | null
}

/** Adds to a reason what its rule says today. */
export function whyOf(
  reason: string,
  next: number | null,
  {
    program,
    rules,
    person,
  }: { program: ProgramPace; rules: ContactRules; person: { tier: string | null; halved: boolean } },
): Why {
  const pace = paceOf(rules, person.tier)
  const own = ownDays(program, person)
  const any = program.outsideRules ? 0 : betweenDays(rules, person)
  const days = reason === 'account_full' ? pace.accountDays : reason === 'asked_elsewhere' ? any : Math.max(own, any)
  return {
    reason: (reason in whySentences ? reason : 'failed') as Whyever,
    days,
    people: pace.accountPeople ?? 0,
    next,
  }
}

/** One sentence: the rule, and from when it lets go. */
export function sayWhy(t: Translate, time: (at: number) => string, { reason, days, people, next }: Why): string {
  return t(whySentences[reason], { days, people, next: next === null ? '–' : time(next) })
}
