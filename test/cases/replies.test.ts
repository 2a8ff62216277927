import { eq } from 'drizzle-orm'
import { beforeEach, describe, expect, test } from 'vitest'
import { write } from '#app/audit/context.server.ts'
import {
  addTemplate,
  archiveTemplate,
  editTemplate,
  restoreTemplate,
} from '#app/cases/replies/edit-templates.server.ts'
import { getTemplate, listTemplates } from '#app/cases/replies/list-templates.server.ts'
import { renderAnswerMail } from '#app/cases/replies/render-answer-mail.server.tsx'
import { sendReply } from '#app/cases/replies/send-reply.server.ts'
import { openVariables } from '#app/cases/replies/template.ts'
import { templatesForCase } from '#app/cases/replies/templates-for-case.server.ts'
import { getCase } from '#app/cases/get-case.server.ts'
import { logContact } from '#app/cases/log-contact.server.ts'
import { suppressAddress } from '#app/email/suppress-address.server.ts'
import { eraseContact } from '#app/loop/erase-contact.server.ts'
import { newId } from '#app/platform/ids.server.ts'
import { addStarterTopics } from '#app/responses/topics/add-starter-topics.server.ts'
import { mailStreams } from '#app/mails.server.ts'
import { errorWords } from '#app/words.ts'
import { events } from '#db/schema/audit.ts'
import { caseEntries, casePeople, cases } from '#db/schema/cases.ts'
import { caseMails, replyTemplates } from '#db/schema/cases-replies.ts'
import { messages } from '#db/schema/email.ts'
import { responseTopics } from '#db/schema/responses.ts'
import { land, makeProgram } from '#test/cases/make.ts'
import { insert, type ContactRow, type UserRow } from '#test/make.ts'
import { world, type World } from '#test/world.ts'

let w: World
let ken: UserRow
beforeEach(async () => {
  w = await world()
  ken = await w.user({ name: 'Ken Aoki', roles: ['csm'], email: 'ken@koe.test' })
})

interface Person {
  name: string
  score: number
  language?: 'en' | 'ja' | null
  answeredIn?: 'en' | 'ja'
  email?: string | null
}
/** A case of one account with these people, each with a score. */
async function caseOf(people: Person[]) {
  const account = await w.account({ name: 'Aoi & Sons', ownerId: ken.id })
  const program = await makeProgram(w, { name: 'Spring NPS' })
  let caseId = ''
  const contacts: ContactRow[] = []
  const answers: string[] = []
  for (const { score, answeredIn: language = 'en', ...person } of people) {
    const contact = await w.contact({ accountId: account.id, ...person })
    const landed = await land(w, program, contact, ken.id, { score, language })
    caseId = landed.caseId
    contacts.push(contact)
    answers.push(landed.responseId)
    w.clock.advance(1000)
  }
  const places = await w.store.db.select().from(casePeople).where(eq(casePeople.caseId, caseId))
  return {
    caseId,
    contacts,
    answers,
    place: (i: number) => places.find((one) => one.contactId === contacts[i]!.id)!.id,
  }
}
const mine = () => w.ctx(ken.actor)
const once = () => newId('once')
const openIn = (list: { id: string; subject: string; body: string }[]) => {
  const { subject, body } = list.find(({ id }) => id === 'rpt_heard_en')!
  return openVariables(`${subject}\n${body}`)
}
const mails = () => w.store.db.select().from(messages).where(eq(messages.template, 'cases.reply'))

describe('templates', () => {
  test('are there from the start; a changed one keeps its words, an archived one comes back', async () => {
    const { inUse } = await listTemplates(w.ctx())
    expect(inUse.filter(({ language }) => language === 'en')).toHaveLength(5)
    expect(inUse.filter(({ language }) => language === 'ja')).toHaveLength(5)
    const given = {
      templateId: 'rpt_sorry_en',
      name: 'Sorry',
      language: 'en' as const,
      body: 'Hi {{first_name}}',
      seenAt: 0,
    }
    await editTemplate(w.ctx(), given)
    expect(await getTemplate(w.ctx(), 'rpt_sorry_en')).toMatchObject({
      name: 'Sorry',
      body: 'Hi {{first_name}}',
      uses: 0,
    })
    await expect(editTemplate(w.ctx(), given)).rejects.toMatchObject({ code: 'changed_meanwhile' })
    await archiveTemplate(w.ctx(), { templateId: 'rpt_heard_ja' })
    await archiveTemplate(w.ctx(), { templateId: 'rpt_heard_ja' }) // twice is once
    expect((await listTemplates(w.ctx())).archived.map(({ id }) => id)).toEqual(['rpt_heard_ja'])
    await restoreTemplate(w.ctx(), { templateId: 'rpt_heard_ja' })
    expect(await getTemplate(w.ctx(), 'rpt_heard_ja')).toMatchObject({ archivedAt: null, updatedAt: 0 })
    const told = await w.store.db.select().from(events).where(eq(events.subjectKind, 'reply_template'))
    expect(told.map(({ type }) => type).sort()).toEqual(
      ['template_archived', 'template_edited', 'template_restored'].map((type) => `cases.${type}`),
    )
  })

  test('with 200 in use none is brought back', async () => {
    await archiveTemplate(w.ctx(), { templateId: 'rpt_heard_ja' })
    const { templateId } = await addTemplate(w.ctx(), { name: 'x', language: 'en', body: 'x' })
    const [row] = await w.store.db.select().from(replyTemplates).where(eq(replyTemplates.id, templateId))
    // 10 are shipped, of which 9 are in use; with the one that was added and these it is 200.
    const many = Array.from({ length: 190 }, (_, i) => ({ ...row!, id: `${row!.id}${i}` }))
    await w.store.write((tx) => tx.insert(replyTemplates).values(many))
    const restore = () => restoreTemplate(w.ctx(), { templateId: 'rpt_heard_ja' })
    await expect(restore()).rejects.toMatchObject({ code: 'too_many_templates' })
    await archiveTemplate(w.ctx(), { templateId })
    await restore()
  })

  test('of two who change one at once the second is told', async () => {
    const change = (name: string) =>
      editTemplate(w.ctx(), { templateId: 'rpt_price_en', name, language: 'en', body: name, seenAt: 0 })
    const tries = await Promise.allSettled([change('one'), change('two')])
    expect(tries.filter((one) => one.status === 'fulfilled')).toHaveLength(1)
  })

  test('with a variable that is none are refused beside their field, and are for admins and leads', async () => {
    const given = { name: 'x', language: 'en' as const, body: 'Hello {{firstname}}' }
    await expect(addTemplate(w.ctx(), given)).rejects.toMatchObject({
      code: 'template_variable',
      fields: { body: 'template_variable' },
      values: { names: 'firstname' },
    })
    await expect(addTemplate(w.ctx(), { ...given, body: 'ok', subject: '{{x' })).rejects.toMatchObject({
      fields: { subject: 'template_braces' },
    })
    await expect(addTemplate(w.ctx(), { ...given, body: 'ok', topicId: 'top_no' })).rejects.toMatchObject({
      fields: { topicId: 'template_topic' },
    })
    await expect(addTemplate(mine(), { ...given, body: 'ok' })).rejects.toMatchObject({ status: 403 })
    const { templateId } = await addTemplate(w.ctx(), { ...given, body: 'ok' })
    expect(await getTemplate(w.ctx(), templateId)).toMatchObject({ name: 'x', uses: 0, shipped: false })
  })

  test('are offered by the topics of the case in the language of the person, filled with what is theirs alone', async () => {
    await addStarterTopics(w.ctx())
    const { caseId, place, answers } = await caseOf([
      { name: 'Hanako Hoshi', score: 2, language: 'en' },
      { name: '海 太郎', score: 5, language: 'ja' },
    ])
    await insert(w.store, responseTopics, {
      responseId: answers[0]!,
      topicId: 'top_support',
      source: 'rule',
      present: true,
      spans: [],
      day: 0,
      at: w.now(),
    } as never)
    const hana = await templatesForCase(mine(), { caseId, person: place(0) })
    expect(hana.templates[0]).toMatchObject({ id: 'rpt_support_en', fits: true })
    expect(openVariables(hana.templates[0]!.body)).toEqual([])
    expect(hana.templates[0]!.body).toContain('Hello Hanako,')
    expect(hana.templates.find(({ id }) => id === 'rpt_heard_en')!.body).toContain('You gave us 2,')
    const taro = await templatesForCase(mine(), { caseId, person: place(1) })
    expect(taro.templates[0]).toMatchObject({ id: 'rpt_support_ja', fits: true })
    expect(taro.templates.find(({ id }) => id === 'rpt_heard_ja')!.body).toMatch(/^Aoi & Sons\n海 太郎 様[^]*「5」/)
    expect(JSON.stringify(taro)).not.toContain('Hanako')
    const nobody = await templatesForCase(mine(), { caseId })
    expect(openIn(nobody.templates)).toEqual(['first_name', 'score'])
  })

  test('fill in nothing of somebody who is on another case, and are for who works the case', async () => {
    const [here, there] = [await caseOf([{ name: 'Ann', score: 1 }]), await caseOf([{ name: 'Bob', score: 4 }])]
    const { templates } = await templatesForCase(mine(), { caseId: here.caseId, person: there.place(0) })
    expect(JSON.stringify(templates)).not.toContain('Bob')
    expect(openIn(templates)).toEqual(['first_name', 'score'])
    const other = await w.user({ roles: ['csm'] })
    await expect(templatesForCase(w.ctx(other.actor), { caseId: here.caseId })).rejects.toMatchObject({ status: 403 })
  })
})

describe('a reply', () => {
  const text = 'Hello Ann,\n\nsorry.\nKen'

  test('goes into the outbox, stands in the timeline and stops the clock of its person alone', async () => {
    const { caseId, place, contacts } = await caseOf([
      { name: 'Ann', score: 1, email: 'ann@aoi.test' },
      { name: 'Bob', score: 4 },
    ])
    await sendReply(mine(), {
      caseId,
      casePersonId: place(0),
      subject: ' Your\nfeedback ',
      text,
      templateId: 'rpt_sorry_en',
      once: once(),
    })
    const [mail] = await mails()
    expect(mail).toMatchObject({ toEmail: 'ann@aoi.test', contactId: contacts[0]!.id, refKind: 'case', refId: caseId })
    expect(await w.store.db.select().from(caseEntries)).toMatchObject([{ kind: 'mail_out', text, authorId: ken.id }])
    const places = await w.store.db.select().from(casePeople).where(eq(casePeople.caseId, caseId))
    expect(places.map(({ id, state }) => [id === place(0), state]).sort()).toEqual([
      [false, 'waiting'],
      [true, 'replied'],
    ])
    expect((await w.store.db.select().from(cases))[0]).toMatchObject({ state: 'contacted', claimedAt: w.now() })
    expect(await getTemplate(w.ctx(), 'rpt_sorry_en')).toMatchObject({ uses: 1, lastUsedAt: w.now(), updatedAt: 0 })
    const rendered = await renderAnswerMail(w.system(), mail!)
    expect(rendered).toMatchObject({ subject: 'Your feedback', text: `${text}\n`, replyTo: 'ken@koe.test', fromName: 'Ken Aoki (Sora Software)' }) // prettier-ignore
    const entry = (await getCase(mine(), caseId)).timeline.find((one) => one.what === 'entry')
    expect(entry).toMatchObject({ mail: { subject: 'Your feedback', state: 'queued' } })
  })

  test('is in one language, with its subject and templates: the known one, else that of the answer', async () => {
    const { caseId, place } = await caseOf([
      { name: 'Ann', score: 1, email: 'ann@aoi.test', language: null, answeredIn: 'ja' },
      { name: 'Bob', score: 1, email: 'bob@aoi.test', language: 'en', answeredIn: 'ja' },
    ])
    const { people } = await getCase(mine(), caseId)
    for (const [i, language] of ['ja', 'en'].entries()) {
      await sendReply(mine(), { caseId, casePersonId: place(i), subject: 'x', text, once: once() })
      const [mail] = await w.store.db
        .select()
        .from(caseMails)
        .where(eq(caseMails.language, language as 'ja'))
      expect(mail).toBeDefined()
      expect((await templatesForCase(mine(), { caseId, person: place(i) })).language).toBe(language)
      expect(people.find(({ id }) => id === place(i))!.language).toBe(language)
    }
  })

  test('pressed twice at once is one mail and one contact; two that use one template count twice', async () => {
    const { caseId, place } = await caseOf([{ name: 'Ann', score: 1, email: 'ann@aoi.test' }])
    const send = (key: string) =>
      sendReply(mine(), { caseId, casePersonId: place(0), subject: 'x', text, templateId: 'rpt_sorry_en', once: key })
    const key = once()
    const sent = await Promise.all([send(key), send(key), send(key)])
    expect(sent.filter((one) => one.sent)).toHaveLength(1)
    expect(await mails()).toHaveLength(1)
    expect(await w.store.db.select().from(caseEntries)).toHaveLength(1)
    await Promise.all([send(once()), send(once())])
    expect(await mails()).toHaveLength(3)
    expect((await getTemplate(w.ctx(), 'rpt_sorry_en')).uses).toBe(3)
  })

  test('with other words under the same page is refused, so that nobody believes them sent', async () => {
    const { caseId, place } = await caseOf([{ name: 'Ann', score: 1, email: 'ann@aoi.test' }])
    const mail = { caseId, casePersonId: place(0), subject: 'x', text, once: once() }
    await sendReply(mine(), mail)
    await expect(sendReply(mine(), { ...mail, text: 'Other words' })).rejects.toMatchObject({ code: 'reply_other', status: 409 }) // prettier-ignore
    expect(errorWords.reply_other).toBeDefined()
    expect(await sendReply(mine(), mail)).toEqual({ sent: false })
    expect(await mails()).toHaveLength(1)
  })

  test('and a contact that is only written down, with one template on one case at once, do not wait for each other', async () => {
    const { caseId, place } = await caseOf([{ name: 'Ann', score: 1, email: 'ann@aoi.test' }])
    const templateId = 'rpt_sorry_en'
    const both = () => [
      sendReply(mine(), { caseId, casePersonId: place(0), subject: 'x', text, templateId, once: once() }),
      logContact(mine(), { caseId, kind: 'mail_out', text, casePersonId: place(0), templateId }),
    ]
    await Promise.all([...both(), ...both(), ...both(), ...both()])
    expect((await getTemplate(w.ctx(), templateId)).uses).toBe(8)
  })

  test('is refused while something is open, without an address, or to one that is suppressed, and leaves no trace', async () => {
    const { caseId, place } = await caseOf([
      { name: 'Ann', score: 1, email: 'ann@aoi.test' },
      { name: 'Bob', score: 1, email: null },
    ])
    const other = await caseOf([{ name: 'Cid', score: 1 }])
    const send = (over: object) =>
      sendReply(mine(), { caseId, casePersonId: place(0), subject: 'x', text, once: once(), ...over })
    await expect(send({ text: 'You gave {{score}}' })).rejects.toMatchObject({ fields: { text: 'reply_open' } })
    await expect(send({ subject: '{{ name }}' })).rejects.toMatchObject({ fields: { subject: 'reply_open' } })
    await expect(send({ casePersonId: place(1) })).rejects.toMatchObject({ code: 'reply_address' })
    await expect(send({ casePersonId: other.place(0) })).rejects.toMatchObject({ code: 'reply_address' })
    await suppressAddress(w.system(), { email: 'ANN@aoi.test', reason: 'bounce', source: 'test' })
    await expect(send({})).rejects.toMatchObject({ code: 'reply_suppressed' })
    expect(await mails()).toEqual([])
    expect(await w.store.db.select().from(caseEntries)).toEqual([])
  })

  test('does not leave once its person is erased, and its words are gone', async () => {
    const { caseId, place, contacts } = await caseOf([{ name: 'Ann', score: 1, email: 'ann@aoi.test' }])
    await sendReply(mine(), { caseId, casePersonId: place(0), subject: 'Ann', text, once: once() })
    const guard = async () => {
      const [mail] = await mails()
      return write(w.system(), (ctx) => mailStreams.case!.guard!(ctx, mail!))
    }
    expect(await guard()).toBeNull()
    await eraseContact(w.ctx(), { contactId: contacts[0]!.id })
    expect(await guard()).toBe('erased')
    expect((await mails())[0]).toMatchObject({ state: 'cancelled', toEmail: '' })
    const { timeline } = await getCase(w.ctx(), caseId)
    expect(timeline.find((one) => one.what === 'entry')).toMatchObject({ text: '', mail: { subject: '' } })
  })
})
