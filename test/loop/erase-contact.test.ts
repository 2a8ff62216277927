import { eq, getTableName } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { exportRejects } from '#app/accounts/export-rejects.server.ts'
import { getImport } from '#app/accounts/get-import.server.ts'
import { foldScores } from '#app/insights/fold-scores.server.ts'
import { foldSends } from '#app/insights/fold-sends.server.ts'
import { eraseContact } from '#app/loop/erase-contact.server.ts'
import { recordAnswer } from '#app/loop/record-answer.server.ts'
import { sweepErasedJob } from '#app/loop/sweep-erased.server.ts'
import { withdrawAnswer } from '#app/loop/withdraw-answer.server.ts'
import { dropReplaysAbout } from '#app/integrations/drop-replays-about.server.ts'
import { translator } from '#app/platform/words.ts'
import { everyTable } from '#db/every-table.ts'
import { accounts, contacts, imports, importSteps } from '#db/schema/accounts.ts'
import { advocates, consents } from '#db/schema/advocacy.ts'
import { events } from '#db/schema/audit.ts'
import { caseEntries } from '#db/schema/cases.ts'
import { invitations } from '#db/schema/delivery.ts'
import { messages, suppressions } from '#db/schema/email.ts'
import { jobs } from '#db/schema/jobs.ts'
import { responseGrams, responses } from '#db/schema/responses.ts'
import { counted, recount } from '#test/insights/recount.ts'
import { email, person, planted, said, whereFound } from '#test/loop/erasing.ts'
import { all } from '#test/loop/look.ts'
import { insert } from '#test/make.ts'
import { answerTo, customer, invited, makeInvitation } from '#test/responses/make.ts'
import { world, type World } from '#test/world.ts'

const erase = (w: World, contactId: string) => eraseContact(w.ctx({ kind: 'contact', id: contactId }), { contactId })

async function sweep(w: World, contactId: string) {
  const [job] = await w.store.db
    .select()
    .from(jobs)
    .where(eq(jobs.key, `erase/${contactId}`))
  const run = { id: job!.id, attempt: 1, payload: job!.payload, progress: async () => {}, stopping: () => false }
  const again = await sweepErasedJob(w.system(), run)
  for (const event of await w.store.db.select().from(events).where(eq(events.type, 'contacts.erased')))
    await dropReplaysAbout(w.system(), event as never)
  return again
}

/** A person with something in every column that can hold what people say or are called. */
describe('erasing a person', () => {
  it('leaves their name, address, number and words in no column of no table, and moves no score', async () => {
    const w = await world()
    const { contact, account, invitation, response } = await person(w)
    const bystander = await w.contact({ name: 'Wilma Other' })
    expect(await whereFound(w)).toEqual([...planted].sort())
    while (await foldScores(w.system()));
    while (await foldSends(w.system()));
    const [scoresBefore, before] = [await counted(w), await recount(w)]

    expect(await erase(w, contact.id)).toEqual({ answers: 2, invitations: 2, cases: 1, voices: 2 })
    // At once: nobody sees them, nothing is sent, nothing can be answered.
    expect(await w.store.db.select().from(contacts).where(eq(contacts.id, contact.id))).toMatchObject([
      { state: 'erased', emailKey: null, searchKey: '' },
    ])
    expect((await w.store.db.select().from(messages).where(eq(messages.id, 'msg_2')))[0]!.state).toBe('cancelled')
    expect(await sweep(w, contact.id)).toBeUndefined()
    expect(await whereFound(w)).toEqual([])

    expect(await recount(w)).toEqual(before)
    expect(await counted(w)).toEqual(scoresBefore)
    expect(await w.store.db.select().from(responseGrams)).toEqual([])
    for (const table of everyTable)
      for (const row of (await w.store.db.select().from(table)) as Record<string, unknown>[])
        for (const [column, value] of Object.entries(row))
          if (value === contact.id && !['id', 'subjectId', 'intoId'].includes(column))
            expect([getTableName(table), row.type]).toEqual(['events', 'contacts.erased'])

    const [kept] = await w.store.db.select().from(responses).where(eq(responses.id, response.id))
    expect(kept).toMatchObject({ score: 2, accountId: account.id, day: response.day, counts: true, contactId: null })
    expect(kept!.answeredAt % 3_600_000).toBe(0)
    const [link] = await w.store.db.select().from(invitations).where(eq(invitations.id, invitation.id))
    expect(link).toMatchObject({ contactId: null, accountId: account.id, state: 'sent', reason: 'erased' })
    expect(link!.respondentKey).not.toBe(contact.id)
    expect(await all(w).cases()).toMatchObject([{ state: 'closed', closeKind: 'withdrawn' }])
    expect(await all(w).holds()).toEqual([])
    expect(await w.store.db.select().from(advocates)).toEqual([])
    expect(await w.store.db.select().from(consents).orderBy(consents.id)).toMatchObject([
      { state: 'withdrawn' },
      { id: 'cst_company', state: 'given' },
    ])
    expect(await w.store.db.select().from(suppressions)).toMatchObject([{ email: null, reason: 'erased' }])
    expect(await w.store.db.select().from(accounts).where(eq(accounts.id, account.id))).toMatchObject([{ sponsorId: null }]) // prettier-ignore
    expect(JSON.parse((await w.store.db.select().from(importSteps))[0]!.data)).toEqual({ contacts: [contact.id], changedContacts: [['con_else', { name: 'A' }, { name: 'B' }]] }) // prettier-ignore
    expect(await w.store.db.select().from(contacts).where(eq(contacts.id, bystander.id))).toMatchObject([{ name: 'Wilma Other' }]) // prettier-ignore
    expect((await w.store.db.select().from(events).where(eq(events.type, 'contacts.erased'))).length).toBe(1)
    // What the import refused is still there to be read, without its words.
    expect((await getImport(w.ctx(), 'imp_1')).rejects).toEqual([
      { line: 2, reasons: [{ code: 'email_taken' }], cells: [] },
    ])
    const parts: string[] = []
    const rejected = await exportRejects(w.ctx(), 'imp_1', translator('en'))
    for await (const part of rejected.parts) parts.push(part)
    expect(parts.at(-1)).toMatch(/^2,/)
  })

  it('a second time there is nobody; by a colleague it needs the right', async () => {
    const w = await world()
    const { contact } = await invited(w)
    for (const roles of [['csm'], ['marketer'], ['viewer']] as const) {
      const user = await w.user({ roles: [...roles] })
      await expect(eraseContact(w.ctx(user.actor), { contactId: contact.id })).rejects.toThrow('forbidden')
    }
    const other = await w.contact()
    await expect(eraseContact(w.ctx({ kind: 'contact', id: other.id }), { contactId: contact.id })).rejects.toThrow()
    const lead = await w.user({ roles: ['lead'] })
    await eraseContact(w.ctx(lead.actor), { contactId: contact.id })
    await expect(eraseContact(w.ctx(), { contactId: contact.id })).rejects.toThrow('not_found')
    await expect(erase(w, contact.id)).rejects.toThrow('not_found')
    const two = await Promise.allSettled([erase(w, other.id), erase(w, other.id)])
    expect(two.map((one) => one.status).sort()).toEqual(['fulfilled', 'rejected'])
  })

  it('an answer or a taking back that is posted at the same moment is in or out, never half', async () => {
    for (const score of [1, 10]) {
      const w = await world()
      const { contact, invitation } = await invited(w)
      const [answer] = await Promise.all([
        recordAnswer(customer(w), answerTo(w, invitation, score, { comment: said })),
        erase(w, contact.id),
      ])
      expect(['recorded', 'closed']).toContain(answer.kind)
      await sweep(w, contact.id)
      expect(await whereFound(w)).toEqual([])
      expect(await counted(w)).toEqual(await recount(w))
      expect(await recordAnswer(customer(w), answerTo(w, invitation, 5))).toEqual({ kind: 'closed', why: 'erased' })
      const late = { invitationId: invitation.id, gen: invitation.gen, askedAt: w.now() - 1000 }
      expect(await withdrawAnswer(customer(w), late)).toEqual({ kind: 'closed', why: 'erased' })
    }
  })

  it('leaves an open case to the others on it, with their words', async () => {
    const w = await world()
    const { program, account, contact, invitation } = await invited(w)
    const colleague = await w.contact({ accountId: account.id })
    await recordAnswer(customer(w), answerTo(w, invitation, 1))
    await recordAnswer(customer(w), answerTo(w, await makeInvitation(w, program, colleague), 2))
    const [found] = await all(w).cases()
    const entry = { caseId: found!.id, at: w.now() }
    await insert(w.store, caseEntries, { ...entry, id: 'cen_1', kind: 'note', authorId: w.admin.id, text: `Called ${contact.name}` }) // prettier-ignore
    await insert(w.store, caseEntries, { ...entry, id: 'cen_2', kind: 'mail_in', authorId: colleague.id, text: 'Still waiting' }) // prettier-ignore
    await erase(w, contact.id)
    expect(await all(w).cases()).toMatchObject([{ state: 'new' }])
    expect((await all(w).people()).map((one) => [one.contactId, one.state]).sort()).toEqual(
      [
        [null, 'changed'],
        [colleague.id, 'waiting'],
      ].sort(),
    )
    expect((await w.store.db.select().from(caseEntries).orderBy(caseEntries.id)).map((one) => one.text)).toEqual(['', 'Still waiting']) // prettier-ignore
  })

  it('waits for an import that reads their file, and for a mail that is leaving', async () => {
    const w = await world()
    const { contact } = await person(w)
    await w.store.write((tx) => tx.update(imports).set({ state: 'applying' }))
    await erase(w, contact.id)
    expect(await sweep(w, contact.id)).toMatchObject({ again: expect.any(Number) })
    expect(await whereFound(w)).toContain('file_chunks.data')
    await w.store.write((tx) => tx.update(imports).set({ state: 'done' }))
    await w.store.write((tx) => tx.update(messages).set({ state: 'sending', toHmac: w.keys.fingerprint(email), toEmail: email }).where(eq(messages.id, 'msg_1'))) // prettier-ignore
    expect(await sweep(w, contact.id)).toMatchObject({ again: expect.any(Number) })
    await w.store.write((tx) => tx.update(messages).set({ state: 'sent' }))
    expect(await sweep(w, contact.id)).toBeUndefined()
    expect(await whereFound(w)).toEqual([])
  })

  it('the same address may come again as somebody new, to whom nothing is sent', async () => {
    const w = await world()
    const { contact } = await person(w)
    await erase(w, contact.id)
    const again = await w.contact({ email })
    await sweep(w, contact.id)
    expect((await w.store.db.select().from(contacts).where(eq(contacts.id, again.id)))[0]).toMatchObject({ email, state: 'active' }) // prettier-ignore
    expect(await w.store.db.select().from(suppressions)).toMatchObject([{ reason: 'erased', liftedAt: null }])
  })
})
