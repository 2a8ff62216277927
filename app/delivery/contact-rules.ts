import { z } from 'zod'
import type { ContactRules, Pace } from '#db/enums/delivery.ts'
import { weekForm } from '#app/access/calendar.ts'
import { defaultWeek } from '#app/platform/working-time.ts'

/** Until somebody sets them: nobody twice within a fortnight, as many of an account as there are, Monday to Friday from nine to five. */
export const defaultRules: ContactRules = {
  all: { betweenDays: 14, accountPeople: null, accountDays: 90 },
  tiers: {},
  hours: defaultWeek,
  holidays: true,
}

const minute = z.number().int().min(0).max(1440)
const days = z.number().int().min(0).max(730)

const paceSchema = z.object({
  betweenDays: days,
  accountPeople: z.number().int().min(1).max(10_000).nullable(),
  accountDays: z.number().int().min(1).max(730),
})

/** An opening ends after it begins, and there is at least one in a week: else nothing would ever be sent. */
export const contactRulesSchema = z.object({
  all: paceSchema,
  tiers: z.record(z.string().min(1).max(80), paceSchema),
  hours: z
    .array(
      z
        .object({ from: minute, to: minute })
        .refine(({ from, to }) => from < to)
        .nullable(),
    )
    .length(7)
    .refine((week) => week.some((day) => day !== null)),
  holidays: z.boolean(),
})

const count = z.coerce.number().int()
const paceForm = {
  betweenDays: count.min(0).max(730),
  /** Empty: as many as there are. */
  accountPeople: z
    .union([z.literal(''), count.min(1).max(10_000)])
    .optional()
    .transform((n) => (n === undefined || n === '' ? null : n)),
  accountDays: count.min(1).max(730),
}

/** What the form of the rules posts: the pace of all first, then those of tiers. */
export const contactRulesForm = z.object({
  paces: z
    .array(z.object({ tier: z.string().max(80).optional(), ...paceForm }))
    .min(1)
    .max(100),
  days: weekForm,
  holidays: z.boolean().default(false),
})
export const tierForm = z.object({ tier: z.string().trim().min(1).max(80) })
export const tierPaceForm = tierForm.extend(paceForm)

/** The rules that a form says. */
export function rulesOfForm({ paces, days, holidays }: z.output<typeof contactRulesForm>): ContactRules {
  const [first, ...others] = paces.map(({ tier, ...pace }) => ({ tier: tier ?? '', pace }))
  return {
    all: first!.pace,
    tiers: Object.fromEntries(others.filter((one) => one.tier !== '').map((one) => [one.tier, one.pace])),
    hours: days,
    holidays,
  }
}

/** The pace of an account's tier, written however: else that of all. */
export function paceOf({ all, tiers }: ContactRules, tier: string | null): Pace {
  return (tier !== null && tiers[tier]) || all
}
