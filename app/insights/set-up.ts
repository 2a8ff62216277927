import type { Action } from '#app/audit/can.ts'
import { setUpWords as words } from '#app/insights/set-up-words.ts'
import type { Word } from '#app/platform/words.ts'

/** What a new install needs, in the order in which an evening goes best. */
export const setUpSteps = [
  'organisation',
  'brand',
  'calendar',
  'people',
  'import',
  'owners',
  'program',
  'launch',
  'sender',
  'sandbox',
] as const
export type SetUpStep = (typeof setUpSteps)[number]

/** Where each step is done, and who may do it. */
export const setUpPlaces: Record<SetUpStep, { to: string; access: Action; title: Word; hint: Word }> = {
  organisation: {
    to: '/settings/organisation',
    access: 'settings.edit',
    title: words.organisation,
    hint: words.organisationHint,
  },
  brand: { to: '/settings/brand', access: 'settings.edit', title: words.brand, hint: words.brandHint },
  calendar: { to: '/settings/calendar', access: 'settings.edit', title: words.calendar, hint: words.calendarHint },
  people: { to: '/settings/people/invite', access: 'users.edit', title: words.people, hint: words.peopleHint },
  import: { to: '/imports/new', access: 'accounts.import', title: words.import, hint: words.importHint },
  owners: { to: '/accounts?owner=none', access: 'accounts.edit', title: words.owners, hint: words.ownersHint },
  program: { to: '/programs/new', access: 'programs.edit', title: words.program, hint: words.programHint },
  launch: { to: '/programs', access: 'programs.launch', title: words.launch, hint: words.launchHint },
  sender: { to: '/settings/sending', access: 'settings.edit', title: words.sender, hint: words.senderHint },
  sandbox: { to: '/settings/sending', access: 'settings.edit', title: words.sandbox, hint: words.sandboxHint },
}
