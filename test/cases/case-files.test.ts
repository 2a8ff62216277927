import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { addFiles, getCaseFile, removeFile } from '#app/cases/files/case-files.server.ts'
import { getCase } from '#app/cases/get-case.server.ts'
import { renderAnswerMail } from '#app/cases/replies/render-answer-mail.server.tsx'
import { sendReply } from '#app/cases/replies/send-reply.server.ts'
import { resendTransport } from '#app/email/resend-transport.server.ts'
import { compose } from '#app/email/smtp-transport.server.ts'
import type { OutgoingMail } from '#app/email/transport.ts'
import { eraseContact } from '#app/loop/erase-contact.server.ts'
import { newId } from '#app/platform/ids.server.ts'
import { mailStreams } from '#app/mails.server.ts'
import { caseFiles } from '#db/schema/cases-replies.ts'
import { casePeople } from '#db/schema/cases.ts'
import { messageFiles } from '#db/schema/email-files.ts'
import { fileChunks, files } from '#db/schema/platform.ts'
import { serve } from '#test/access/listener.ts'
import { land, makeProgram } from '#test/cases/make.ts'
import { drain, makeMessage, makeOutbox, messageOf, provider } from '#test/email/make.ts'
import type { ContactRow, UserRow } from '#test/make.ts'
import { world, type World } from '#test/world.ts'

let w: World
let served: Awaited<ReturnType<typeof serve>>
let ken: UserRow
let caseId: string
let people: ContactRow[]
beforeAll(async () => {
  w = await world()
  served = await serve(w)
})
afterAll(() => served.close())
beforeEach(async () => {
  ken = await w.user({ roles: ['csm'] })
  const account = await w.account({ ownerId: ken.id })
  const program = await makeProgram(w)
  people = []
  for (const name of ['Ann Quill', 'Bob Reed']) {
    const contact = await w.contact({ accountId: account.id, name })
    ;({ caseId } = await land(w, program, contact, ken.id))
    people.push(contact)
  }
})
const mine = () => w.ctx(ken.actor)
const pdf = (text: string, name = 'Plan für 山田.pdf') => ({ name, content: Buffer.from(`%PDF ${text}`) })
const place = async (i: number) =>
  (await w.store.db.select().from(casePeople).where(eq(casePeople.contactId, people[i]!.id)))[0]!.id
const send = async (i: number, given: ReturnType<typeof pdf>[], text = 'See the files.') =>
  sendReply(mine(), { caseId, casePersonId: await place(i), subject: 'Plan', text, once: newId('once') }, given)
const kept = () => w.store.db.select().from(caseFiles).where(eq(caseFiles.caseId, caseId))
const outboxTo = (transport: Parameters<typeof makeOutbox>[0]) =>
  makeOutbox({
    ...transport,
    mailStreams: { case: mailStreams.case! },
    mailTemplates: { 'cases.reply': async () => renderAnswerMail, test: async () => async () => ({ subject: 's', html: '<p>h</p>', text: 't' }) }, // prettier-ignore
  })

test('files go out with a mail alone, and a retry carries the same bytes under the same key', async () => {
  const light = [await makeMessage(w), await makeMessage(w)]
  await send(0, [pdf('one'), pdf('two', '2.txt')])
  await send(1, [pdf('three')])
  let failures = 1
  const { transport, requests } = provider((mails) =>
    mails[0]!.files && failures-- > 0
      ? { ok: false, verdict: { kind: 'unknown', reason: 'no_answer', after: null } }
      : undefined,
  )
  await drain(w, outboxTo({ transport }))
  w.clock.advance(60_000)
  await drain(w, outboxTo({ transport }))
  const heavy = requests.filter(({ mails }) => mails.some((mail) => mail.files))
  expect(heavy.every(({ mails }) => mails.length === 1)).toBe(true)
  expect(new Set(heavy.map(({ key }) => key)).size).toBe(2)
  expect(heavy).toHaveLength(3) // one of the two twice
  const [first, ...again] = heavy.filter(({ key }) => key === heavy[0]!.key)
  expect(again).toHaveLength(1)
  expect(again[0]!.mails).toEqual(first!.mails)
  const sent = heavy.flatMap(({ mails }) => mails.flatMap((mail) => mail.files!.map((file) => [file.name, file.mime, file.content.toString()]))) // prettier-ignore
  expect(sent).toContainEqual(['Plan für 山田.pdf', 'application/pdf', '%PDF one'])
  expect(sent).toContainEqual(['2.txt', 'text/plain', '%PDF two'])
  for (const id of light) expect((await messageOf(w, id)).state).toBe('sent')
  const { timeline, files: shown } = await getCase(mine(), caseId)
  expect(shown).toHaveLength(3)
  expect(timeline.filter((one) => one.what === 'entry' && one.mail?.state === 'sent')).toHaveLength(2)
})

test('both ways out write the same file', async () => {
  const mail: OutgoingMail = {
    messageId: 'msg_1',
    to: 'ann@aoi.test',
    from: 'Koe <koe@sora.test>',
    replyTo: null,
    subject: 's',
    html: '<p>h</p>',
    text: 't',
    headers: {},
    files: [{ name: '計画.pdf', mime: 'application/pdf', content: Buffer.from('%PDF x') }],
  }
  const smtp = (await compose(mail)).toString()
  expect(smtp).toMatch(/Content-Type: application\/pdf[^]*Content-Disposition: attachment/)
  expect(smtp).toContain(Buffer.from('%PDF x').toString('base64'))
  const { createServer } = await import('node:http')
  const bodies: string[] = []
  const server = createServer((req, res) => {
    let body = ''
    req.on('data', (part: Buffer) => (body += part.toString()))
    req.on('end', () => {
      bodies.push(body)
      res.setHeader('content-type', 'application/json').end('{"id":"re_1"}')
    })
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const { port } = server.address() as { port: number }
  const transport = resendTransport({ apiKey: 're_x', baseUrl: `http://127.0.0.1:${port}` })
  expect(await transport.send([mail], 'key')).toMatchObject({ ok: true })
  expect(await transport.send([mail], 'key')).toMatchObject({ ok: true })
  server.close()
  expect(bodies[0]).toBe(bodies[1])
  const { attachments } = JSON.parse(bodies[0]!) as { attachments: { filename: string; content: string }[] }
  expect(attachments).toMatchObject([{ filename: '計画.pdf', content: Buffer.from('%PDF x').toString('base64') }])
})

test('files are put on a case, downloaded only as a file and only by who may see the case, and deleted', async () => {
  const form = new FormData()
  form.set('intent', 'add')
  form.append('files', new Blob(['<script>alert(1)</script>']), 'notes.txt')
  const posted = await served.fetch(`/cases/${caseId}/files`, { method: 'POST', body: form, cookie: await served.signedIn(ken.id) }) // prettier-ignore
  expect(posted.status).toBe(302)
  const [file] = await kept()
  expect(file).toMatchObject({ name: 'notes.txt', entryId: null, addedBy: ken.id })
  const url = `/cases/${caseId}/files/${file!.id}`
  const reply = await served.fetch(url, { cookie: await served.signedIn(ken.id) })
  expect([
    reply.headers.get('content-disposition'),
    reply.headers.get('x-content-type-options'),
    reply.headers.get('content-type'),
  ]).toEqual([
    // prettier-ignore
    `attachment; filename="notes.txt"; filename*=UTF-8''notes.txt`,
    'nosniff',
    'text/plain',
  ])
  expect(await reply.text()).toBe('<script>alert(1)</script>')
  const marketer = await w.user({ roles: ['marketer'] })
  expect((await served.fetch(url, { cookie: await served.signedIn(marketer.id) })).status).toBe(403)
  const elsewhere = await w.user({ roles: ['csm'] })
  await expect(removeFile(w.ctx(elsewhere.actor), { caseId, id: file!.id })).rejects.toMatchObject({ status: 403 })
  await expect(getCaseFile(mine(), { caseId: 'cas_other', id: file!.id })).rejects.toMatchObject({ status: 404 })
  await removeFile(mine(), { caseId, id: file!.id })
  expect((await served.fetch(url, { cookie: await served.signedIn(ken.id) })).status).toBe(404)
  expect(await w.store.db.select().from(files).where(eq(files.id, file!.fileId))).toEqual([])
  expect(await w.store.db.select().from(fileChunks).where(eq(fileChunks.fileId, file!.fileId))).toEqual([])
})

test('what may not be sent is refused before anything is written; what went out stays beside its mail', async () => {
  await expect(send(0, [pdf('x', 'page.html')])).rejects.toMatchObject({ fields: { files: 'file_kind' } })
  await expect(addFiles(mine(), { caseId, files: [] })).rejects.toMatchObject({ fields: { files: 'no_file' } })
  expect(await kept()).toEqual([])
  expect((await getCase(mine(), caseId)).timeline.filter((one) => one.what === 'entry')).toEqual([])
  await send(0, [pdf('x')])
  await expect(removeFile(mine(), { caseId, id: (await kept())[0]!.id })).rejects.toMatchObject({ status: 404 })
})

test('a file that was deleted is gone with its bytes, though the process dies right after', async () => {
  await addFiles(mine(), { caseId, files: [pdf('x')] })
  const [file] = await kept()
  const dies = { ...w.store, write: (async (run: never) => w.store.write(run).then(() => Promise.reject(new Error('killed')))) as never } // prettier-ignore
  await expect(removeFile({ ...mine(), store: dies }, { caseId, id: file!.id })).rejects.toThrow('killed')
  expect(await kept()).toEqual([])
  expect(await w.store.db.select().from(files).where(eq(files.id, file!.fileId))).toEqual([])
  expect(await w.store.db.select().from(fileChunks).where(eq(fileChunks.fileId, file!.fileId))).toEqual([])
})

test('files are not lost with a mail that is only recorded: the form says so, and nothing is written', async () => {
  const form = new FormData()
  for (const [name, value] of [['intent', 'entry'], ['kind', 'mail_out'], ['text', 'I wrote elsewhere.']] as const) form.set(name, value) // prettier-ignore
  form.append('files', new Blob(['x']), 'notes.txt')
  const posted = await served.fetch(`/cases/${caseId}`, { method: 'POST', body: form, cookie: await served.signedIn(ken.id) }) // prettier-ignore
  expect(posted.status).toBe(422)
  expect(await posted.text()).toContain('Files go out only with a mail that is sent from here.')
  expect((await getCase(mine(), caseId)).timeline.filter((one) => one.what === 'entry')).toEqual([])
})

test('erasing a person takes the files that were sent to them and those named after them, and leaves the others’', async () => {
  await send(0, [pdf('for ann')])
  await send(1, [pdf('for bob')])
  await send(1, [pdf('about ann', 'Offer Ann Quill.pdf')])
  await addFiles(mine(), { caseId, files: [pdf('x', 'Ann Quill.pdf'), pdf('y', 'offer.pdf')] })
  const before = await kept()
  await eraseContact(w.ctx(), { contactId: people[0]!.id })
  const after = await kept()
  expect(after.map(({ name }) => name).sort()).toEqual(['Plan für 山田.pdf', 'offer.pdf'])
  const gone = before.filter(({ id }) => !after.some((one) => one.id === id))
  for (const { fileId } of gone) {
    expect(await w.store.db.select().from(files).where(eq(files.id, fileId))).toEqual([])
    expect(await w.store.db.select().from(fileChunks).where(eq(fileChunks.fileId, fileId))).toEqual([])
    expect(await w.store.db.select().from(messageFiles).where(eq(messageFiles.fileId, fileId))).toEqual([])
  }
})
