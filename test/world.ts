import { anonymous, system, type Actor } from '#app/audit/actor.ts'
import type { Ctx } from '#app/audit/context.server.ts'
import { makeKeyring } from '#app/platform/keyring.server.ts'
import { settleTouches } from '#app/responses/record-touches.server.ts'
import { brands, organisation } from '#db/schema/platform.ts'
import { insert, makeAccount, makeContact, makeTeam, makeUser, type Maker } from '#test/make.ts'
import { closeAfterwards } from '#test/open-worlds.ts'
import { giveBack, lendStore } from '#test/store.ts'

/** Monday, 2 March 2026, 10:00 in Tokyo. */
export const monday = Date.parse('2026-03-02T01:00:00Z')

export interface WorldOptions {
  /** The instant at which the clock stands. */
  at?: number
  /** No rows at all: neither organisation nor brand nor admin. */
  bare?: boolean
}

export type World = Awaited<ReturnType<typeof world>>

/**
 * A database of its own on the engine of this project, with one organisation (Tokyo, yen), one brand and one admin,
 * and a clock that stands still until told. Closes itself: after the test that opened it, or after the file.
 *
 * @example
 * const w = await world()
 * const owner = await w.user({ roles: ['csm'] })
 * const account = await w.account({ ownerId: owner.id })
 * await resolveCase(w.ctx(owner.actor), { … })
 */
export async function world({ at = monday, bare = false }: WorldOptions = {}) {
  const lent = await lendStore()
  const { url, store } = lent
  let now = at
  const clock = {
    now: () => now,
    set(to: number) {
      now = to
    },
    advance(ms: number) {
      now += ms
    },
  }
  const keys = makeKeyring(['a secret of the tests, longer than 32 characters'])
  const maker: Maker = { store, now: clock.now }
  const admin: Actor = { kind: 'user', id: 'usr_admin', roles: ['admin'], teamId: null, name: 'Aiko Admin' }
  if (!bare) {
    await insert(store, organisation, {
      id: 'org',
      name: 'Sora Software',
      postalAddress: '1-1 Marunouchi, Chiyoda-ku, Tokyo 100-0005',
      privacyUrl: null,
      zone: 'Asia/Tokyo',
      baseCurrency: 'JPY',
      fiscalMonth: 4,
      locale: 'en',
    })
    await insert(store, brands, {
      id: 'brd_sora',
      name: 'Sora',
      colour: '#1f5fbf',
      logoFileId: null,
      senderName: 'Sora Software',
      replyTo: null,
    })
    await makeUser(maker, { id: admin.id, name: admin.name, email: 'admin@koe.test', roles: ['admin'] })
  }
  let closed = false
  const made = {
    url,
    store,
    keys,
    clock,
    brandId: 'brd_sora',
    /** Acts by default: stored, active, in no team. */
    admin,
    ctx: (actor: Actor = admin): Ctx => ({ store, keys, actor, now: clock.now }),
    /** Nobody is signed in. */
    anonymous: (): Ctx => ({ store, keys, actor: anonymous, now: clock.now }),
    /** A job. */
    system: (): Ctx => ({ store, keys, actor: system('test'), now: clock.now }),
    user: (over?: Parameters<typeof makeUser>[1]) => makeUser(maker, over),
    team: (over?: Parameters<typeof makeTeam>[1]) => makeTeam(maker, over),
    account: (over?: Parameters<typeof makeAccount>[1]) => makeAccount(maker, over),
    contact: (over?: Parameters<typeof makeContact>[1]) => makeContact(maker, over),
    now: clock.now,
    /** Before its time, for a test that goes on with the database alone. */
    async close() {
      if (closed) return
      closed = true
      await store.close()
    },
  }
  closeAfterwards(async () => {
    if (closed) return
    // What waits for company to be written would land in the world of the next test.
    await settleTouches(store)
    await giveBack(lent)
  })
  return made
}
