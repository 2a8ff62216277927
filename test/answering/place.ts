import { system, type Actor } from '#app/audit/actor.ts'
import type { Ctx } from '#app/audit/context.server.ts'
import { env } from '#app/platform/env.server.ts'
import { loadKeyring } from '#app/platform/keyring.server.ts'
import { brands, organisation } from '#db/schema/platform.ts'
import { openStore } from '#db/store/open.ts'
import { insert, makeAccount, makeContact, makeUser } from '#test/make.ts'
import type { Place } from '#test/responses/make.ts'
import type { Store } from '#db/store/store.ts'
import type { Server } from '#test/server.ts'

/**
 * The database and keys of a running server, for the factories of the tests. Close it before the server stops.
 * `lived`: somebody has set it up already.
 */
export async function placeOf(server: Server, { lived = false } = {}): Promise<Place & { close(): Promise<void> }> {
  const store = openStore(`file:${server.dataDir}/koe.db`)
  const keys = loadKeyring({ ...env, KOE_DATA_DIR: server.dataDir })
  const maker = { store, now: Date.now }
  const ctx = (actor: Actor = system('test')): Ctx => ({ store, keys, actor, now: Date.now })
  if (!lived) await setUp(store)
  const [brand] = await store.db.select({ id: brands.id }).from(brands)
  return {
    store,
    keys,
    now: Date.now,
    ctx,
    brandId: brand!.id,
    user: (over) => makeUser(maker, over),
    account: (over) => makeAccount(maker, over),
    contact: (over) => makeContact(maker, over),
    close: () => store.close(),
  }
}

async function setUp(store: Store) {
  await insert(store, organisation, {
    id: 'org',
    name: 'Sora Software',
    postalAddress: '1-1 Marunouchi, Tokyo',
    privacyUrl: 'https://sora.example/privacy',
    zone: 'Asia/Tokyo',
    baseCurrency: 'JPY',
    fiscalMonth: 4,
    locale: 'en',
  })
  const brand = { id: 'brd_sora', name: 'Sora', colour: '#1f5fbf', logoFileId: null, senderName: 'Sora', replyTo: null }
  await insert(store, brands, brand)
}
