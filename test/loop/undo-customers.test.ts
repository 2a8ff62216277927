import fc from 'fast-check'
import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { setPreference } from '#app/delivery/set-preference.server.ts'
import { getUndo, previewUndo } from '#app/loop/get-undo.server.ts'
import { accounts, contacts, importSteps } from '#db/schema/accounts.ts'
import { mergedIds } from '#db/schema/accounts-moving.ts'
import { preferences } from '#db/schema/delivery.ts'
import {
  byEmail,
  byName,
  customersImported,
  edit,
  eventsOf,
  everything,
  keptRows,
  plain,
  undone,
} from '#test/loop/undo.ts'
import { makeProgram, makeResponse } from '#test/cases/make.ts'
import { insert } from '#test/make.ts'
import { world } from '#test/world.ts'

test('What an import added goes, and what it changed is as it was, with one event for the run', async () => {
  const w = await world()
  const owner = await w.user({ email: 'csm@koe.test' })
  const acme = await w.account({ name: 'Acme', externalId: 'A1', stage: 'trial', products: ['crm'], properties: { seats: 5 } }) // prettier-ignore
  const ann = await w.contact({ email: 'ann@acme.example', name: 'Ann', accountId: acme.id, title: 'CEO' })
  const before = plain(await everything(w))
  const { id } = await customersImported(
    w,
    [
      'Account ID,Company,Stage,ARR,Owner,Products,Properties,Parent,Email,Name,Title,Sponsor,Unsubscribed',
      'A1,Acme KK,customer,1000,csm@koe.test,crm; erp,"{""seats"": 9}",,ann@acme.example,Ann Archer,CTO,yes,yes',
      'A2,Birch,,,,,,A1,ben@birch.example,Ben,,yes,yes',
      'A3,Cedar,,,,,,A2,cid@cedar.example,Cid,,,',
    ].join('\n'),
  )
  expect(await byName(w, 'Acme KK')).toMatchObject({ ownerId: owner.id, sponsorId: ann.id, stage: 'customer' })
  expect((await w.store.db.select().from(preferences)).length).toBe(2)
  const preview = await previewUndo(w.ctx(), id)
  const result = { removed: { accounts: 2, contacts: 2, answers: 0, programs: 0 }, restored: { accounts: 1, contacts: 1, preferences: 1 }, kept: {} } // prettier-ignore
  expect(preview).toMatchObject({ standing: 'open', tally: result })
  expect(await undone(w, id)).toMatchObject({ state: 'undone', ...result })
  expect(plain(await everything(w))).toEqual(before)
  expect(await eventsOf(w, 'accounts.import_undone')).toMatchObject([{ subjectId: id, data: { by: w.admin.id, kept: 0 } }]) // prettier-ignore
  expect(await w.store.db.select().from(importSteps)).toEqual([])
})

test('Imports of any kind, undone from the newest on, leave every table as it was', async () => {
  const w = await world()
  const person = fc.record({
    account: fc.option(fc.integer({ min: 0, max: 3 })),
    contact: fc.option(fc.integer({ min: 0, max: 5 })),
    name: fc.constantFrom('Ann', 'Ben', 'Cid'),
    stage: fc.constantFrom('', 'trial', 'customer', 'lost'),
    phone: fc.constantFrom('', '1', '2'),
    parent: fc.option(fc.integer({ min: 0, max: 3 })),
    sponsor: fc.constantFrom('', 'yes', 'no'),
    out: fc.constantFrom('', 'yes'),
  })
  type Person = typeof person extends fc.Arbitrary<infer One> ? One : never
  const line = ({ account, contact, name, stage, phone, parent, sponsor, out }: Person) =>
    [
      account === null ? '' : `A${account}`,
      account === null ? '' : `Company ${account} ${stage}`,
      stage,
      parent === null ? '' : `A${parent}`,
      contact === null ? '' : `P${contact}`,
      contact === null ? '' : name,
      phone,
      sponsor,
      out,
    ].join(',')
  const head = 'Account ID,Company,Stage,Parent,Contact ID,Name,Phone,Sponsor,Unsubscribed'
  const file = fc.array(person.filter((one) => one.account !== null || one.contact !== null), { minLength: 1, maxLength: 6 }).map((lines) => [head, ...lines.map(line)].join('\n')) // prettier-ignore
  const fields = ['account_external_id', 'account_name', 'stage', 'parent', 'external_id', 'name', 'phone', 'is_sponsor', 'unsubscribed'] // prettier-ignore
  // Companies that change places: no parent can go back before another has.
  const turned = [
    ['A1,Company 1 ,,A0,P1,Ben,,no,', 'A3,Company 3 lost,lost,,P4,Ann,,,'],
    ['A1,Company 1 lost,lost,A1,P0,Ann,,,', 'A3,Company 3 ,,A1,P0,Ann,1,yes,yes', 'A0,Company 0 ,,A1,P5,Ben,2,,yes'],
    ['A0,Company 0 lost,lost,A3,P3,Ann,,,', 'A1,Company 1 customer,customer,A0,P4,Ann,1,yes,yes', 'A3,Company 3 customer,customer,A0,P1,Ben,,yes,'], // prettier-ignore
  ].map((lines) => [head, ...lines].join('\n'))
  await fc.assert(
    fc.asyncProperty(fc.array(file, { minLength: 1, maxLength: 3 }), async (files) => {
      const standing = []
      const ids = []
      for (const content of files) {
        standing.push(plain(await everything(w)))
        ids.push((await customersImported(w, content, fields)).id)
      }
      for (const id of ids.toReversed()) {
        if ((await getUndo(w.ctx(), id)).standing === 'open') {
          const { tally } = await previewUndo(w.ctx(), id)
          const { removed, restored, kept } = await undone(w, id)
          expect({ removed, restored, kept }).toEqual({ removed: tally!.removed, restored: tally!.restored, kept: {} })
        }
        expect(plain(await everything(w))).toEqual(standing.pop())
      }
    }),
    { numRuns: 9, endOnFailure: true, examples: [[turned]] },
  )
}, 120_000)

test('Whatever has grown on a row since keeps it, with what it hangs on, and says why', async () => {
  const w = await world()
  const names = ['edited', 'asked', 'answered', 'wish', 'free', 'sponsor']
  const { id } = await customersImported(
    w,
    ['Company,Email,Name,Sponsor', ...names.map((name) => `Of ${name},${name}@x.example,${name},${name === 'sponsor' ? 'yes' : ''}`), 'Lone,,,', 'Noted,,,'].join('\n'), // prettier-ignore
    ['account_name', 'email', 'name', 'is_sponsor'],
  )
  const ids = Object.fromEntries(await Promise.all(names.map(async (name) => [name, (await byEmail(w, `${name}@x.example`)).id] as const))) // prettier-ignore
  await edit(w, ids.edited!, { phone: '03-1' })
  const program = await makeProgram(w)
  const answered = await byEmail(w, 'answered@x.example')
  await makeResponse(w, program, { contact: answered, score: 9 })
  const asked = await byEmail(w, 'asked@x.example')
  await makeResponse(w, program, { contact: asked, score: 9 }).then((response) => w.store.write(async (tx) => {
    const { responses, responseRevisions } = await import('#db/schema/responses.ts')
    await tx.delete(responseRevisions).where(eq(responseRevisions.responseId, response.id))
    await tx.delete(responses).where(eq(responses.id, response.id))
  })) // prettier-ignore
  await setPreference(w.ctx(), { contactId: ids.wish!, scope: 'news', choice: 'off', source: 'staff' })
  const noted = await byName(w, 'Noted')
  await w.store.write((tx) => tx.update(accounts).set({ stage: 'trial', updatedAt: w.now() }).where(eq(accounts.id, noted.id))) // prettier-ignore
  const ofSponsor = await byName(w, 'Of sponsor')
  await w.store.write((tx) => tx.update(accounts).set({ tier: 'A', updatedAt: w.now() }).where(eq(accounts.id, ofSponsor.id))) // prettier-ignore
  const { tally } = await previewUndo(w.ctx(), id)
  const result = await undone(w, id)
  expect(result).toMatchObject({ removed: { accounts: 2, contacts: 1 }, kept: tally!.kept })
  expect(result.kept).toEqual({ 'contact edited': 1, 'contact invited': 1, 'contact answered': 1, 'contact wish': 1, 'contact sponsor': 1, 'account edited': 2, 'account people': 2, 'account answered': 1, 'account invited': 1 }) // prettier-ignore
  expect((await w.store.db.select().from(contacts)).map(({ name }) => name).sort()).toEqual(['answered', 'asked', 'edited', 'sponsor', 'wish']) // prettier-ignore
  expect(await keptRows(w, id)).toMatchObject({ [ids.sponsor!]: 'contact: sponsor', [noted.id]: 'account: edited' })
})

test('Column by column: what was changed again keeps its later value, all else goes back', async () => {
  const w = await world()
  const birch = await w.account({ name: 'Birch' })
  const ann = await w.contact({ email: 'ann@acme.example', name: 'Ann', title: 'CEO', accountId: birch.id })
  const { id } = await customersImported(
    w,
    'Company,Email,Name,Title,Phone\nAcme,ann@acme.example,Ann Archer,CTO,03-1\n',
  )
  await edit(w, ann.id, { title: 'Chair' })
  expect((await previewUndo(w.ctx(), id)).tally).toMatchObject({ removed: { accounts: 1, contacts: 0 }, restored: { contacts: 1 }, kept: { 'contact later': 1 } }) // prettier-ignore
  await undone(w, id)
  expect((await byEmail(w, 'ann@acme.example'))).toMatchObject({ name: 'Ann', nameKey: 'ann', title: 'Chair', phone: null, accountId: birch.id }) // prettier-ignore
  expect(await keptRows(w, id)).toEqual({ [ann.id]: 'contact: later title' })
})

test('An amount isn’t put back under a currency that came later', async () => {
  const w = await world()
  const acme = await w.account({ name: 'Acme', arrMinor: 500, currency: 'JPY', arrBaseMinor: 500 })
  const first = await customersImported(w, 'Company,ARR,Currency\nAcme,900,JPY\n')
  await customersImported(w, 'Company,ARR,Currency\nAcme,10,USD\n')
  await undone(w, first.id)
  expect(await byName(w, 'Acme')).toMatchObject({ arrMinor: 1000, currency: 'USD', arrBaseMinor: null })
  expect(Object.keys(await keptRows(w, first.id))).toEqual([acme.id])
})

test('What was there before may be taken or gone: such a field stays as it is', async () => {
  const w = await world()
  const boss = await w.user({ state: 'ended' })
  await w.user({ email: 'csm@koe.test' })
  const acme = await w.account({ name: 'Acme', externalId: 'A1', ownerId: boss.id })
  const ann = await w.contact({ externalId: 'P1', email: 'old@acme.example', name: 'Ann', accountId: acme.id })
  const { id } = await customersImported(
    w,
    'Account ID,Company,Owner,Contact ID,Email,Name\nA1,Acme,csm@koe.test,P1,new@acme.example,Ann\n',
  )
  await w.contact({ email: 'old@acme.example', name: 'Somebody Else' })
  await undone(w, id)
  expect(await keptRows(w, id)).toEqual({ [acme.id]: 'account: blocked ownerId', [ann.id]: 'contact: blocked email' })
  expect(await byEmail(w, 'new@acme.example')).toMatchObject({ id: ann.id })
})

test('Addresses that an import swapped in a row go back in the other order', async () => {
  const w = await world()
  const first = await w.contact({ externalId: 'P1', email: 'a@x.example', name: 'A' })
  const second = await w.contact({ externalId: 'P2', email: 'b@x.example', name: 'B' })
  const { id, rejects } = await customersImported(w, 'Contact ID,Email\nP1,c@x.example\n', ['external_id', 'email'])
  expect(rejects).toEqual([])
  const other = await customersImported(w, 'Contact ID,Email\nP2,a@x.example\n', ['external_id', 'email'])
  await undone(w, id)
  expect(await keptRows(w, id)).toEqual({ [first.id]: 'contact: blocked email' })
  await undone(w, other.id)
  expect((await w.store.db.select().from(contacts).where(eq(contacts.id, second.id)))[0]!.email).toBe('b@x.example')
})

test('Nobody who was erased or merged is written to', async () => {
  const w = await world()
  const ann = await w.contact({ externalId: 'P1', email: 'ann@x.example', name: 'Ann' })
  const { id } = await customersImported(w, 'Contact ID,Email,Name\nP1,ann@x.example,Ann Archer\nP2,ben@x.example,Ben\nP3,cid@x.example,Cid\n') // prettier-ignore
  const ben = await byEmail(w, 'ben@x.example')
  const cid = await byEmail(w, 'cid@x.example')
  await w.store.write(async (tx) => {
    await tx.update(contacts).set({ state: 'erased', name: '', email: null, emailKey: null, externalId: null }).where(eq(contacts.id, ann.id)) // prettier-ignore
    await tx.delete(contacts).where(eq(contacts.id, ben.id))
  })
  await insert(w.store, mergedIds, { id: ben.id, kind: 'contact', intoId: cid.id, counts: {}, at: w.now(), mergedBy: 'usr_admin' }) // prettier-ignore
  await undone(w, id)
  expect(await keptRows(w, id)).toEqual({ [ann.id]: 'contact: erased', [ben.id]: 'contact: merged', [cid.id]: 'contact: merged' }) // prettier-ignore
  expect((await w.store.db.select().from(contacts).where(eq(contacts.id, ann.id)))[0]).toMatchObject({ name: '', email: null }) // prettier-ignore
})

test('An opt-out that somebody has confirmed since stays', async () => {
  const w = await world()
  const ann = await w.contact({ email: 'ann@x.example' })
  const ben = await w.contact({ email: 'ben@x.example' })
  const { id } = await customersImported(w, 'Email,Unsubscribed\nann@x.example,yes\nben@x.example,yes\n')
  for (const choice of [null, 'off'] as const)
    await setPreference(w.ctx(), { contactId: ann.id, scope: 'all', choice, source: 'staff' })
  expect((await undone(w, id)).restored.preferences).toBe(1)
  expect((await w.store.db.select().from(preferences)).map((one) => one.contactId)).toEqual([ann.id])
  expect(await byEmail(w, ben.emailKey!)).toBeDefined()
})
