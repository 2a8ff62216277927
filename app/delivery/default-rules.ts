import { defaultWeek } from '#app/platform/working-time.ts'
import type { ContactRules } from '#db/enums/delivery.ts'

/** Until somebody sets them: nobody twice within a fortnight, as many of an account as there are, Monday to Friday from nine to five. */
export const defaultRules: ContactRules = {
  all: { betweenDays: 14, accountPeople: null, accountDays: 90 },
  tiers: {},
  hours: defaultWeek,
  holidays: true,
}
