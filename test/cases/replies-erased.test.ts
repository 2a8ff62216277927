import { eq } from 'drizzle-orm'
import { beforeEach, expect, test } from 'vitest'
import { sendReply } from '#app/cases/replies/send-reply.server.ts'
import { claimBatch } from '#app/email/claim-batch.server.ts'
import { eraseContact } from '#app/loop/erase-contact.server.ts'
import { sweepErasedJob } from '#app/loop/sweep-erased.server.ts'
import { newId } from '#app/platform/ids.server.ts'
import { contacts } from '#db/schema/accounts.ts'
import { casePeople } from '#db/schema/cases.ts'
import { messageBodies, messages, sendBatches } from '#db/schema/email.ts'
import { jobs } from '#db/schema/jobs.ts'
import { land, makeProgram } from '#test/cases/make.ts'
import { provider } from '#test/email/make.ts'
import { holder } from '#test/jobs/make.ts'
import { insert, type ContactRow } from '#test/make.ts'
import { world, type World } from '#test/world.ts'

let w: World
let caseId: string
let ann: ContactRow
let bob: ContactRow
beforeEach(async () => {
  w = await world()
  const account = await w.account({ ownerId: w.admin.id })
  const program = await makeProgram(w)
  const open = async (name: string) => {
    const contact = await w.contact({ accountId: account.id, name, email: `${name.toLowerCase()}@aoi.test` })
    ;({ caseId } = await land(w, program, contact, w.admin.id))
    return contact
  }
  ann = await open('Annika')
  bob = await open('Bobson')
})

async function send({ id }: ContactRow, text: string) {
  const [place] = await w.store.db.select().from(casePeople).where(eq(casePeople.contactId, id))
  const once = newId('once')
  await sendReply(w.ctx(), { caseId, casePersonId: place!.id, subject: 'Plan', text, once })
  return mail(`case-reply/${once}`)
}
const mail = async (key: string) => (await w.store.db.select().from(messages).where(eq(messages.key, key)))[0]!
const bodies = async () => (await w.store.db.select().from(messageBodies)).map((body) => body.messageId)
const freeze = (messageId: string, text: string) => insert(w.store, messageBodies, { messageId, from: 'us', subject: 'Plan', html: text, text, headers: {} }) // prettier-ignore
const set = (id: string, to: Partial<typeof messages.$inferInsert>) =>
  w.store.write((tx) => tx.update(messages).set(to).where(eq(messages.id, id)))

async function sweep() {
  const [job] = await w.store.db.select().from(jobs).where(eq(jobs.key, `erase/${ann.id}`)) // prettier-ignore
  const run = { id: job!.id, attempt: 1, payload: job!.payload, progress: async () => {}, stopping: () => false }
  return sweepErasedJob(w.system(), run)
}

test('replies to somebody whose address has changed since go with them, also one that is on its way right then', async () => {
  const [sent, leaving, waits] = [await send(ann, 'one'), await send(ann, 'two'), await send(ann, 'three')]
  for (const { id } of [sent, leaving]) await freeze(id, 'Hello')
  await set(sent.id, { state: 'sent' })
  await set(leaving.id, { state: 'sending' })
  await w.store.write((tx) => tx.update(contacts).set({ email: 'new@aoi.test', emailKey: 'new@aoi.test' }).where(eq(contacts.id, ann.id))) // prettier-ignore
  await eraseContact(w.ctx(), { contactId: ann.id })
  expect(await mail(waits.key)).toMatchObject({ state: 'cancelled', toEmail: '' })
  expect(await mail(sent.key)).toMatchObject({ toEmail: '', contactId: null })
  expect(await bodies()).toEqual([leaving.id])
  expect(await sweep()).toEqual({ again: expect.any(Number) })
  await set(leaving.id, { state: 'sent' })
  expect(await sweep()).toBeUndefined()
  expect(await mail(leaving.key)).toMatchObject({ toEmail: '', contactId: null })
  expect(await bodies()).toEqual([])
})

test('a reply to somebody else on the case keeps its words, and one that names who is erased keeps them until it has left', async () => {
  const [plain, naming] = [await send(bob, 'one'), await send(bob, 'two')]
  await freeze(plain.id, 'Hello Bobson')
  await freeze(naming.id, 'Hello Bobson, and to Annika too')
  for (const { id } of [plain, naming]) await set(id, { state: 'sending' })
  await eraseContact(w.ctx(), { contactId: ann.id })
  expect(await sweep()).toEqual({ again: expect.any(Number) })
  expect((await bodies()).sort()).toEqual([plain.id, naming.id].sort())
  for (const { id } of [plain, naming]) await set(id, { state: 'sent' })
  expect(await sweep()).toBeUndefined()
  expect(await bodies()).toEqual([plain.id])
})

test('a batch with a mail whose words are gone is left to a person, and the next one is claimed', async () => {
  const [gone, next] = [await send(bob, 'one'), await send(bob, 'two')]
  await freeze(next.id, 'Hello')
  for (const [i, { id }] of [gone, next].entries()) {
    const at = w.now() - 10 + i
    await insert(w.store, sendBatches, { id: `bat_${i}`, key: `k${i}`, state: 'sending', dueAt: at, firstTryAt: at, createdAt: at }) // prettier-ignore
    await set(id, { state: 'sending', batchId: `bat_${i}` })
  }
  const { transport } = provider()
  expect(await claimBatch(w.system(), holder(), transport)).toBeNull()
  expect(await mail(gone.key)).toMatchObject({ state: 'uncertain' })
  expect(await claimBatch(w.system(), holder(), transport)).toMatchObject({ id: 'bat_1' })
})
