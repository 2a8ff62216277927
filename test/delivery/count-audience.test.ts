import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { defaultRules } from '#app/delivery/default-rules.ts'
import { editContactRules } from '#app/delivery/edit-contact-rules.server.ts'
import { countAudience } from '#app/delivery/count-audience.server.ts'
import { launchProgram } from '#app/delivery/launch-program.server.ts'
import { planWave } from '#app/delivery/plan-wave.server.ts'
import { DAY } from '#app/platform/day.ts'
import { emailKey } from '#app/platform/text.ts'
import { holds } from '#db/schema/accounts.ts'
import { outreach, preferences } from '#db/schema/delivery.ts'
import { suppressions } from '#db/schema/email.ts'
import { insert } from '#test/make.ts'
import { liveProgram, runJob, waveOf } from '#test/delivery/make.ts'
import { world } from '#test/world.ts'

/** One person with any mixture of what speaks against inviting them. */
const person = fc.record({
  state: fc.constantFrom('active', 'active', 'active', 'left', 'erased'),
  isTest: fc.boolean(),
  account: fc.constantFrom('plain', 'gold', 'internal', 'held', null),
  email: fc.boolean(),
  suppressed: fc.constantFrom('no', 'no', 'live', 'lifted'),
  wish: fc.constantFrom(null, null, 'off', 'half'),
  scope: fc.constantFrom('all', 'this', 'other'),
  held: fc.constantFrom('no', 'no', 'now', 'past'),
  daysAgo: fc.constantFrom(null, 1, 20, 79, 100, 170),
  cancelled: fc.boolean(),
  by: fc.constantFrom('this', 'this', 'other', 'exempt'),
})

describe('the count before a launch', () => {
  it('is what planning then does, whatever speaks against whom', async () => {
    const w = await world()
    const program = await liveProgram(w)
    const by = {
      this: program.id,
      other: (await liveProgram(w)).id,
      exempt: (await liveProgram(w, { kind: 'transactional' })).id,
    }
    await editContactRules(w.ctx(), { ...defaultRules, tiers: { gold: { ...defaultRules.all, betweenDays: 30 } } })
    const accounts = {
      plain: (await w.account()).id,
      gold: (await w.account({ tier: 'gold' })).id,
      internal: (await w.account({ isInternal: true })).id,
      held: (await w.account()).id,
    }
    await insert(w.store, holds, {
      id: 'hld_account',
      subjectKey: `acc:${accounts.held}`,
      reason: 'manual',
      refId: 'x',
      at: 0,
    })
    for (const [i, facts] of fc.sample(person, { numRuns: 300, seed: 20260302 }).entries()) {
      const email = facts.email ? `Person${i}@customer.test` : null
      const lastInvitedAt = facts.daysAgo === null ? null : w.now() - facts.daysAgo * DAY
      const { id } = await w.contact({
        state: facts.state as 'active',
        isTest: facts.isTest && i % 3 === 0,
        email,
        accountId: facts.account && accounts[facts.account as 'plain'],
        lastInvitedAt,
      })
      if (email && facts.suppressed !== 'no') {
        await insert(w.store, suppressions, {
          id: `sup_${i}`,
          toHmac: w.keys.fingerprint(emailKey(email)),
          email,
          reason: 'bounce',
          source: 'test',
          at: 0,
          liftedAt: facts.suppressed === 'lifted' ? 1 : null,
        })
      }
      if (facts.wish) {
        const scope = { all: 'all', this: `program:${program.id}`, other: 'asks' }[facts.scope]!
        await insert(w.store, preferences, { contactId: id, scope, choice: facts.wish as 'off', at: 0, source: 'test' })
      }
      if (facts.held !== 'no')
        await insert(w.store, holds, {
          id: `hld_${i}`,
          subjectKey: `con:${id}`,
          reason: 'manual',
          refId: 'x',
          at: 0,
          until: facts.held === 'past' ? w.now() - 1 : null,
        })
      if (lastInvitedAt !== null)
        await insert(w.store, outreach, {
          id: `out_${i}`,
          contactId: id,
          kind: 'invitation',
          programId: by[facts.by as 'this'],
          refId: `inv_${i}`,
          at: lastInvitedAt,
          cancelledAt: facts.cancelled && i % 2 === 0 ? 1 : null,
        })
    }
    const { seen: _, ...counted } = await countAudience(w.ctx(), program)
    const { waveId } = await launchProgram(w.ctx(), { programId: program.id, launchKey: 'count and plan' })
    await runJob(w.system(), planWave, { waveId })
    expect(counted).toEqual((await waveOf(w, waveId)).counts)
    expect(Object.keys(counted.skipped)).toHaveLength(6)
    expect(Object.keys(counted.waiting)).toHaveLength(4)
  })

  it('counts only whom the filters mean', async () => {
    const w = await world()
    const program = await liveProgram(w)
    const gold = await w.account({ tier: 'gold' })
    await w.contact({ accountId: gold.id, language: 'ja' })
    await w.contact({ accountId: gold.id, language: null })
    await w.contact({ accountId: (await w.account({ tier: null })).id, language: 'ja' })
    await w.contact()
    const count = (audience: object) =>
      countAudience(w.ctx(), { ...program, audience }).then((counted) => counted.audience)
    expect(await count({})).toBe(4)
    expect(await count({ tiers: ['gold'] })).toBe(2)
    expect(await count({ tiers: ['gold'], languages: ['ja'] })).toBe(1)
    expect(await count({ languages: ['en'] })).toBe(2) // the organisation's language stands in
  })
})
