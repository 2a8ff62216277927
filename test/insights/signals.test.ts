import { expect, test } from 'vitest'
import { eq } from 'drizzle-orm'
import { openOrJoinCase } from '#app/cases/open-case.server.ts'
import { write } from '#app/audit/context.server.ts'
import { listSignals } from '#app/insights/list-signals.server.ts'
import { DAY, isoOfDay } from '#app/platform/day.ts'
import { accounts, accountStages } from '#db/schema/accounts.ts'
import { preferences } from '#db/schema/delivery.ts'
import { makeProgram, makeResponse } from '#test/cases/make.ts'
import { insert } from '#test/make.ts'
import { world } from '#test/world.ts'

test('the signals of an account are what is known of it, the worrying first, and each role sees what it may know', async () => {
  const w = await world()
  const owner = await w.user({ roles: ['csm'] })
  const today = Math.floor(w.now() / DAY)
  const account = await w.account({ ownerId: owner.id, health: 'green', renewalOn: isoOfDay(today + 30) })
  const at = (days: number) => w.now() - days * DAY
  const [unhappy] = [
    await w.contact({ accountId: account.id, lastClass: 'low', lastInvitedAt: at(40), lastAnsweredAt: at(39) }),
    await w.contact({ accountId: account.id, lastClass: 'high', lastInvitedAt: at(40), lastAnsweredAt: at(300) }),
    await w.contact({ accountId: account.id, lastInvitedAt: at(2) }), // still has time to answer
    await w.contact({ accountId: account.id, lastClass: 'low', isTest: true }),
    await w.contact({ accountId: account.id, lastClass: 'low', state: 'left', leftOn: isoOfDay(today - 10) }),
  ]
  await insert(w.store, preferences, {
    contactId: unhappy.id,
    scope: 'all',
    choice: 'off',
    at: w.now(),
    source: 'page',
  })
  await insert(w.store, accountStages, { id: 'ast_1', accountId: account.id, from: 'live', to: 'risk', at: at(5) })
  const response = await makeResponse(w, await makeProgram(w), { contact: unhappy, comment: 'Slow.' })
  const input = { response, severity: 'normal' as const, account: { id: account.id, ownerId: owner.id }, contactId: unhappy.id } // prettier-ignore
  await write(w.system(), (ctx) => openOrJoinCase(ctx, input))

  const said = async (...[ctx]: [Parameters<typeof listSignals>[0]]) =>
    (await listSignals(ctx, account.id)).map(({ tone, kind, n, of, value }) => [tone, kind, value ?? n, ...(of ? [of] : [])]) // prettier-ignore
  expect(await said(w.ctx())).toEqual([
    ['bad', 'unhappy', 1],
    ['watch', 'renewalSoon', 30],
    ['watch', 'stage', 'risk'],
    ['watch', 'silent', 1, 3],
    ['watch', 'optedOut', 1],
    ['watch', 'left', 1],
    ['watch', 'open', 1],
    ['good', 'health', 'green'],
    ['good', 'happy', 1],
  ])
  const marketer = await w.user({ roles: ['marketer'] })
  const kinds = (await said(w.ctx(marketer.actor))).map(([, kind]) => kind)
  expect(kinds).toContain('happy')
  expect(kinds).not.toContain('unhappy')

  w.clock.advance(40 * DAY)
  expect((await said(w.ctx())).filter(([tone]) => tone === 'bad')).toEqual([
    ['bad', 'renewalPast', 10],
    ['bad', 'unhappy', 1],
    ['bad', 'late', 1],
  ])
  await w.store.write((tx) => tx.update(accounts).set({ renewalOn: null, health: 'unknown' }).where(eq(accounts.id, account.id)).returning()) // prettier-ignore
  expect((await said(w.ctx())).map(([, kind]) => kind)).not.toContain('health')
})
