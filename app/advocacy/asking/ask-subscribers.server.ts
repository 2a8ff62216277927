import type { EventSubscriber } from '#app/jobs/job.ts'

const weighAgain: EventSubscriber = {
  name: 'advocacy.weigh-again',
  load: () => import('#app/advocacy/asking/weigh-standings.server.ts').then((file) => file.weighAgain),
}

const weighSoon: EventSubscriber = {
  name: 'advocacy.weigh-soon',
  load: () => import('#app/advocacy/asking/weigh-standings.server.ts').then((file) => file.weighSoon),
}

const weighKind: EventSubscriber = {
  name: 'advocacy.weigh-kind',
  load: () => import('#app/advocacy/asking/weigh-standings.server.ts').then((file) => file.weighKind),
}

const askAnew: EventSubscriber = {
  name: 'advocacy.ask-anew',
  load: async () => {
    const { recheckAsks } = await import('#app/advocacy/asking/stop-ask.server.ts')
    const { weighAgain } = await import('#app/advocacy/asking/weigh-standings.server.ts')
    return async (ctx, event) => {
      await recheckAsks(ctx, event)
      await weighAgain(ctx, event)
    }
  },
}

const tellOwner: EventSubscriber = {
  name: 'advocacy.tell-owner',
  load: () => import('#app/advocacy/asking/ask-teller.server.ts').then((file) => file.tellOwnerOfAsk),
}

const tellOfEnd: EventSubscriber = {
  name: 'advocacy.tell-of-end',
  load: () => import('#app/advocacy/company/consent-teller.server.ts').then((file) => file.tellOfEnd),
}

const follow = (types: readonly string[], subscribers: EventSubscriber[]) =>
  Object.fromEntries(types.map((type) => [type, subscribers]))

/**
 * What changes who may be asked: what is pending is looked at again, and how they stand with every kind of ask. Who is
 * nominated by an answer is found by the clock: an answer of which nothing is pending needs no job.
 */
export const askSubscribers: Record<string, EventSubscriber[]> = {
  ...follow(
    [
      'accounts.changed',
      'accounts.merged',
      'contacts.changed',
      'contacts.left',
      'contacts.returned',
      'contacts.moved',
      'contacts.merged',
      'contacts.erased',
      'delivery.preference_set',
      'cases.opened',
      'cases.joined',
      'cases.merged',
      'cases.reopened',
      'cases.closed',
      'advocacy.paused',
      'advocacy.activated',
      'advocacy.reactivated',
      'advocacy.left',
      'advocacy.consent_given',
      'advocacy.consent_withdrawn',
      'advocacy.consent_expired',
      'advocacy.company_consent_given',
      'advocacy.company_consent_withdrawn',
      'advocacy.company_consent_expired',
    ],
    [askAnew],
  ),
  ...follow(
    [
      'advocacy.ask_released',
      'advocacy.ask_stopped',
      'advocacy.ask_sent',
      'advocacy.ask_accepted',
      'advocacy.ask_declined',
      'advocacy.ask_put_off',
      'advocacy.ask_expired',
      'advocacy.ask_done',
    ],
    [weighAgain],
  ),
  'advocacy.ask_written': [weighAgain, tellOwner],
  'advocacy.ask_reserved': [weighAgain, tellOwner],
  'advocacy.consent_ending': [tellOfEnd],
  ...follow(
    ['accounts.imported', 'accounts.import_undone', 'integrations.accounts_upserted', 'integrations.contacts_upserted'],
    [weighSoon],
  ),
  ...follow(['advocacy.ask_kind_changed', 'advocacy.ask_settings_changed', 'demo.loaded'], [weighKind]),
}
