import { z } from 'zod'
import { mostDays, mostPeople } from '#app/delivery/pace.ts'
import type { ContactRules } from '#db/enums/delivery.ts'
import { weekForm } from '#app/access/calendar.ts'

const minute = z.number().int().min(0).max(1440)
const pace = (whole: z.ZodNumber | z.ZodCoercedNumber) => ({
  betweenDays: whole.int().min(0).max(mostDays),
  accountPeople: whole.int().min(1).max(mostPeople),
  accountDays: whole.int().min(1).max(mostDays),
})

const stored = pace(z.number())
const paceSchema = z.object({ ...stored, accountPeople: stored.accountPeople.nullable() })

export const contactRulesSchema = z.object({
  all: paceSchema,
  tiers: z.record(z.string().min(1).max(80), paceSchema),
  hours: z.array(z.object({ from: minute, to: minute }).nullable()).length(7),
  holidays: z.boolean(),
})

const typed = pace(z.coerce.number())
const paceForm = {
  ...typed,
  /** Empty: as many as there are. */
  accountPeople: z
    .union([z.literal(''), typed.accountPeople])
    .optional()
    .transform((n) => (n === undefined || n === '' ? null : n)),
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
