import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { addCaseNote } from '#app/cases/add-case-note.server.ts'
import { assignCase } from '#app/cases/assign-case.server.ts'
import { claimCase } from '#app/cases/claim-case.server.ts'
import { getCase } from '#app/cases/get-case.server.ts'
import { listCases } from '#app/cases/list-cases.server.ts'
import { tellOwner } from '#app/cases/tell-owner.server.ts'
import { recordAnswer } from '#app/loop/record-answer.server.ts'
import { listResponses } from '#app/responses/list-responses.server.ts'
import { correctTopic } from '#app/responses/topics/correct-topic.server.ts'
import { write } from '#app/audit/context.server.ts'
import { apiKeys, teams, users } from '#db/schema/access.ts'
import { contacts } from '#db/schema/accounts.ts'
import { events } from '#db/schema/audit.ts'
import { casePeople, cases } from '#db/schema/cases.ts'
import { messages } from '#db/schema/email.ts'
import { responses } from '#db/schema/responses.ts'
import { listed, serve } from '#test/access/listener.ts'
import { answered, makeAsking } from '#test/answering/after.ts'
import { voices } from '#db/schema/voices.ts'
import { insert, type ContactRow } from '#test/make.ts'
import { guardOf } from '#test/notifications/make.ts'
import { answerTo, customer, indexAll, makeInvitation } from '#test/responses/make.ts'
import { world, type World } from '#test/world.ts'

/** A team with a lead, and its colleague who looks after an account. */
async function team(w: World, roles: Parameters<World['user']>[0] = { roles: ['csm'] }) {
  const { id } = await w.team()
  const lead = await w.user({ name: 'Lena Lead', roles: ['lead'], teamId: id })
  await write(w.system(), async ({ tx }) => tx.update(teams).set({ leadId: lead.id }))
  const owner = await w.user({ name: 'Otto Owner', teamId: id, ...roles })
  return { lead, owner }
}

/** What somebody wrote back to the lead. */
const replyOf = (contact: ContactRow, caseId: string, at: number): typeof voices.$inferInsert => ({
  id: 'voi_reply',
  source: 'reply',
  channel: 'mail',
  day: 20_514,
  at,
  text: 'As the nightjar said',
  textKey: 'as the nightjar said',
  language: 'en',
  feeling: 'low',
  accountId: contact.accountId,
  contactId: contact.id,
  caseId,
  createdBy: 'system',
  createdAt: at,
  updatedAt: at,
})

const keep = { do: 'keep', kept: '1' }

describe('every door, walked by the colleague from whom an answer was kept', () => {
  let w: World
  let served: Awaited<ReturnType<typeof serve>>
  let one: Awaited<ReturnType<typeof answered>>
  let people: Awaited<ReturnType<typeof team>>
  let ids: { response: string; case: string }
  /** Words that stand in this answer and nowhere else. */
  const secrets = () => ['zebrafinch', 'quokka', 'nightjar', ids.response, ids.case]

  beforeAll(async () => {
    w = await world()
    served = await serve(w)
    people = await team(w, { roles: ['admin', 'csm'] })
    const asking = await makeAsking(w, [{ kind: 'text', for: 'any', words: { en: 'What else?', ja: 'ほかには。' } }])
    one = await answered(w, 2, { program: asking.program, ownerId: people.owner.id, comment: 'The zebrafinch is slow' })
    const question = asking.questions[0]!.id
    await one.send({ do: 'questions', asked: question, [`a.${question}`]: 'A quokka' })
    expect((await one.send(keep)).status).toBe(303)
    const [answer] = await w.store.db.select().from(responses)
    const [found] = await w.store.db.select().from(cases)
    ids = { response: answer!.id, case: found!.id }
    await insert(w.store, voices, replyOf(one.contact, ids.case, w.now()))
    await indexAll(w)
  })
  afterAll(() => served.close())

  /** Every page and list, as far as the answer could stand there. */
  function doors(): string[] {
    const { account, contact, program } = one
    const byRoom: Record<string, string> = { accounts: account.id, contacts: contact.id, programs: program.id, responses: ids.response, cases: ids.case } // prettier-ignore
    const paths = listed
      .filter(({ path, module }) => (module.loader ?? module.default) && !/^\/(mailbox|s|u|m|files|reset|invite|demo)\b/.test(path))
      .map(({ path }) => path.replace(/^\/(\w+)\/:\w+/, (_, room: string) => `/${room}/${byRoom[room] ?? 'unknown'}`).replace(/:\w+/g, 'unknown')) // prettier-ignore
    const exports = paths
      .filter((path) => path.endsWith('/export'))
      .flatMap((path) => [`${path}?format=csv`, `${path}?format=json`])
    const about = [
      `account=${account.id}`,
      `contact=${contact.id}`,
      'q=zebrafinch',
      'class=low',
      `program=${program.id}`,
      'state=counted',
      'case=1',
    ]
    return [
      ...paths,
      ...exports,
      ...about.map((query) => `/responses?${query}`),
      ...['scope=all', 'scope=team', 'scope=any', `scope=any&account=${account.id}`, 'q=Contact'].map(
        (query) => `/cases?${query}`,
      ),
      ...['voice', 'cases', 'people', 'advocacy', 'signals', 'history'].map(
        (tab) => `/accounts/${account.id}?tab=${tab}`,
      ),
      `/contacts/${contact.id}?tab=history`,
      '/voices',
      '/voices/voi_reply',
      `/search?q=${ids.case}`,
      '/search?q=zebrafinch',
      '/search?q=Account',
      `/settings/audit?about=response:${ids.response}`,
      `/settings/audit?about=case:${ids.case}`,
    ]
  }

  /** The doors at which somebody meets the answer. */
  async function leaks(userId: string) {
    const cookie = await served.signedIn(userId)
    const found: string[] = []
    for (const path of doors()) {
      const reply = await served.fetch(path, { cookie, headers: { accept: 'text/html' } })
      const text = await reply.text()
      if (reply.status >= 500) found.push(`${path} broke`)
      // What somebody types comes back in the page they see.
      const shown = secrets().filter((secret) => text.includes(secret) && !decodeURIComponent(path).includes(secret))
      if (shown.length) found.push(`${path}: ${shown.join()}`)
    }
    return found
  }

  it('shows nothing of it to them, though they are an admin', { timeout: 120_000 }, async () => {
    expect(await leaks(people.owner.id)).toEqual([])
  })

  it('shows it to the lead who has its case now', { timeout: 120_000 }, async () => {
    const found = (await leaks(people.lead.id)).map((line) => line.split(':')[0])
    for (const path of [
      '/responses',
      '/cases',
      '/cases?scope=all',
      `/cases/${ids.case}`,
      `/accounts/${one.account.id}`,
      '/settings/audit',
    ])
      expect(found).toContain(path)
  })

  it('refuses them every verb on it, and everybody to give them the case', async () => {
    const mine = w.ctx(people.owner.actor)
    const gone = { code: 'not_found' }
    await expect(getCase(mine, ids.case)).rejects.toMatchObject(gone)
    await expect(claimCase(mine, { caseId: ids.case })).rejects.toMatchObject(gone)
    await expect(addCaseNote(mine, { caseId: ids.case, text: 'x' })).rejects.toMatchObject(gone)
    await expect(correctTopic(mine, { responseId: ids.response, topicId: 'top_1', to: 'on' })).rejects.toMatchObject(
      gone,
    )
    await expect(assignCase(w.ctx(people.lead.actor), { caseId: ids.case, ownerId: people.owner.id })).rejects.toMatchObject({ code: 'case_kept' }) // prettier-ignore
  })

  it('shows nothing of it to a key that they made, and all of it to another', async () => {
    const key = async (createdBy: string) => {
      const id = `key_${createdBy}`
      const row = { id, name: 'k', prefix: 'p', secretHash: id, scopes: ['responses' as const, 'cases' as const], createdBy, createdAt: 0 } // prettier-ignore
      await insert(w.store, apiKeys, row)
      return w.ctx({ kind: 'key', id, scopes: ['responses', 'cases'] })
    }
    const [theirs, other] = [await key(people.owner.id), await key(people.lead.id)]
    expect([(await listResponses(theirs)).responses, (await listCases(theirs)).cases]).toEqual([[], []])
    expect([(await listResponses(other)).responses.length, (await listCases(other)).cases.length]).toEqual([1, 1])
  })

  it('leaves no mark beside the person’s name', async () => {
    expect(await w.store.db.select().from(contacts)).toMatchObject([{ lastClass: null }])
  })
})

describe('keeping an answer from the usual contact', () => {
  it('gives its case to the lead of their team, with an event each, and its mail to nobody else', async () => {
    const w = await world()
    const { lead, owner } = await team(w)
    const one = await answered(w, 2, { ownerId: owner.id })
    const opened = (await w.store.db.select().from(events)).find((event) => event.type === 'cases.opened')!
    await tellOwner(w.system(), opened)
    const [mail] = await w.store.db.select().from(messages)
    expect(mail!.dueAt - opened.at).toBe(120_000)
    const page = await one.open()
    expect(page.html).toContain('Do not share this with my usual contact, Otto Owner')
    for (let i = 0; i < 2; i++) await one.send(keep)
    const said = await one.follow('?thanks=1&said=keep')
    expect(said.html).toContain('Noted: Otto Owner can no longer see your answer with us.')
    expect(said.html).toContain('Lena Lead will reply to you by')
    expect(await w.store.db.select().from(cases)).toMatchObject([{ ownerId: lead.id, claimedAt: null }])
    expect(await w.store.db.select().from(responses)).toMatchObject([{ keptFrom: owner.id }])
    const types = (await w.store.db.select().from(events)).map((event) => event.type)
    expect(types.filter((type) => /kept_from|cases.assigned/.test(type))).toEqual([
      'responses.kept_from',
      'cases.assigned',
    ])
    expect(await guardOf(w, mail!)).toBe('nothing_left')
  })

  it('taken back leaves the case with the lead', async () => {
    const w = await world()
    const { lead, owner } = await team(w)
    const one = await answered(w, 2, { ownerId: owner.id })
    await one.send(keep)
    const untouched = await one.send({ do: 'keep' })
    expect((await one.follow(untouched.location)).html).toContain('Noted: Otto Owner can no longer see')
    const { location } = await one.send({ do: 'keep', had: '1' })
    expect((await one.follow(location)).html).toContain('Noted: your usual contact may see your answer.')
    expect(await w.store.db.select().from(responses)).toMatchObject([{ keptFrom: null }])
    expect(await w.store.db.select().from(cases)).toMatchObject([{ ownerId: lead.id }])
    expect((await listResponses(w.ctx(owner.actor))).responses).toHaveLength(1)
  })

  it('goes to another lead or an admin when the usual contact leads the team', async () => {
    const w = await world()
    const { lead } = await team(w)
    const one = await answered(w, 2, { ownerId: lead.id })
    await one.send(keep)
    expect(await w.store.db.select().from(cases)).toMatchObject([{ ownerId: 'usr_admin' }])
  })

  it('is not offered when there is nobody else, and says so', async () => {
    const w = await world()
    const one = await answered(w, 2, { ownerId: 'usr_admin' })
    const page = await one.open()
    expect(page.html).toContain('Besides Aiko Admin there is nobody here who could take care of your answer')
    expect((await one.send(keep)).status).toBe(400)
    expect(await w.store.db.select().from(responses)).toMatchObject([{ keptFrom: null }])
  })

  it('stays so when the score changes, when another answer joins, and when the account moves', async () => {
    const w = await world()
    const { lead, owner } = await team(w)
    const one = await answered(w, 2, { ownerId: owner.id })
    await one.send(keep)
    await w.store.write(async (tx) => tx.update(cases).set({ state: 'closed' }))
    w.clock.advance(60_000)
    await recordAnswer(customer(w), answerTo(w, one.link, 0, { confirms: 0, age: 5_000 }))
    const [, again] = await w.store.db.select().from(cases)
    expect(again).toMatchObject({ ownerId: lead.id, state: 'new' })
    expect((await w.store.db.select().from(contacts)).at(0)).toMatchObject({ lastClass: null })
    const colleague = await w.contact({ accountId: one.account.id })
    await recordAnswer(customer(w), answerTo(w, await makeInvitation(w, one.program, colleague), 1))
    expect((await listCases(w.ctx(owner.actor))).cases).toEqual([])
    expect((await listResponses(w.ctx(owner.actor))).responses).toMatchObject([{ score: 1 }])
    expect(await w.store.db.select().from(casePeople)).toHaveLength(3)
  })

  it('can’t be asked for by who was not heard, nor by a form that says something else', async () => {
    const w = await world()
    const { owner } = await team(w)
    const one = await answered(w, 2, { ownerId: owner.id })
    for (const kept of ['yes', '0', owner.id]) expect((await one.send({ do: 'keep', kept })).status).toBe(400)
    await w.store.write(async (tx) => tx.update(users).set({ state: 'ended' }))
    expect((await one.open()).html).not.toContain('name="kept"')
  })
})
