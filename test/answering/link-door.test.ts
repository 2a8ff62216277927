import { eq } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { cases, caseAnswers } from '#db/schema/cases.ts'
import { invitations } from '#db/schema/delivery.ts'
import { scoreDeltas, sendDeltas } from '#db/schema/insights.ts'
import { responses } from '#db/schema/responses.ts'
import { programVersions, programs } from '#db/schema/surveys.ts'
import { insert } from '#test/make.ts'
import { createDoor } from '#app/surveys/doors/create-door.server.ts'
import { replaceDoorLink, setDoorState } from '#app/surveys/doors/change-door.server.ts'
import { changeProgramState } from '#app/surveys/change-program-state.server.ts'
import { editProgram } from '#app/surveys/edit-program.server.ts'
import { invitationToken } from '#app/delivery/invitation-token.server.ts'
import { serve } from '#test/access/listener.ts'
import { chosenIn, commentOf, fieldOf } from '#test/answering/browse.ts'
import { openedDoor } from '#test/answering/doors.ts'
import { breakTable } from '#test/loop/breakage.ts'
import { editOf } from '#test/surveys/make.ts'
import { world, type World } from '#test/world.ts'

let w: World
let served: Awaited<ReturnType<typeof serve>>
let at: Awaited<ReturnType<typeof openedDoor>>
beforeEach(async () => {
  w = await world()
  served = await serve(w)
  at = await openedDoor(w)
  await w.user({ roles: ['csm'] })
})
afterEach(() => served.close())

const answers = () => w.store.db.select().from(responses)
const open = async (token = at.token, query = '') => {
  const page = await served.fetch(`/s/${token}${query}`)
  return { status: page.status, html: await page.text() }
}
async function nonceOf(token = at.token) {
  const { html } = await open(token)
  w.clock.advance(10_000)
  return fieldOf(html, 'nonce')
}
async function post(fields: Record<string, string> | [string, string][], token = at.token) {
  const body = new URLSearchParams(fields)
  const reply = await served.fetch(`/s/${token}`, { method: 'POST', body })
  return { status: reply.status, to: reply.headers.get('location'), html: await reply.text() }
}

describe('a link for everybody', () => {
  it('shows the survey without a name or an unsubscribe link, and changes nothing', async () => {
    const { status, html } = await open(at.token, '?score=9')
    expect([status, chosenIn(html)]).toEqual([200, '9'])
    expect(html).toContain('there for everybody')
    expect(html).not.toContain('Receive no more surveys')
    expect(await w.store.db.select().from(invitations)).toEqual([])
  })

  it('makes one answer for one page, however often it is posted', async () => {
    const nonce = await nonceOf()
    const fields = { score: '3', comment: '待たされた', nonce, lang: 'en' }
    const [first, again] = [await post(fields), await post(fields)]
    expect([first.status, again.status, again.to]).toEqual([303, 303, first.to])
    const at_once = { ...fields, nonce: await nonceOf() }
    const both = await Promise.all([post(at_once), post(at_once)])
    expect(both.map((reply) => reply.to)).toEqual([both[0]!.to, both[0]!.to])
    expect(await answers()).toMatchObject([
      { score: 3, comment: '待たされた', state: 'counted', contactId: null, accountId: null },
      { score: 3 },
    ])
    const [invitation] = await w.store.db.select().from(invitations)
    expect(invitation).toMatchObject({ channel: 'link', doorId: at.door.id, state: 'sent', sentDay: null, gen: 1 })
    expect(first.to).toBe(`/s/${invitationToken(w.keys, invitation!)}?thanks=1&lang=en`)
  })

  it('leads to the thanks, from where the answer can be changed', async () => {
    const { to } = await post({ score: '9', nonce: await nonceOf() })
    const thanks = await (await served.fetch(to!)).text()
    expect(thanks).toContain('Your answer: 9')
    expect(thanks).not.toContain('/u/')
    const token = to!.split('?')[0]!.slice(3)
    const asked = await post({ score: '2', nonce: await nonceOf(token) }, token)
    expect(asked.status).toBe(409)
    w.clock.advance(5_000)
    expect((await post({ score: '2', nonce: fieldOf(asked.html, 'nonce') }, token)).status).toBe(303)
    expect(await answers()).toMatchObject([{ score: 2 }])
  })

  it('offers no mails to stop on any page that follows: nobody was written to', async () => {
    const edit = await editOf(w, at.program.id)
    const words = { en: 'Which part?', ja: 'どれですか。' }
    await editProgram(w.ctx(), { ...edit, withQuestions: true, questions: [{ kind: 'text', for: 'any', words }] })
    const { to } = await post({ score: '9', nonce: await nonceOf() })
    const token = to!.split('?')[0]!.slice(3)
    const seen: string[] = []
    for (const query of [to!.slice(to!.indexOf('?')), '?thanks=1', '?takeback=1']) {
      const { html } = await open(token, query)
      seen.push(/<h1>(.*?)<\/h1>/.exec(html)![1]!)
      expect(html).not.toContain('/u/')
      expect(html).toContain('there for everybody')
    }
    w.clock.advance(1_000)
    const nonce = fieldOf((await open(token, '?takeback=1')).html, 'nonce')
    w.clock.advance(5_000)
    const { to: gone } = await post({ takeback: '1', nonce, lang: 'en' }, token)
    const { html } = await open(token, gone!.slice(gone!.indexOf('?')))
    expect(html).toContain('Your answer is taken back')
    expect(html).not.toContain('/u/')
    expect(seen).toEqual(['Thank you. One more question?', 'Thank you. One more question?', 'Take your answer back?'])
  })

  it('goes through the same loop, and stays out of the response rate: nobody was written to', async () => {
    await post({ score: '2', comment: 'cold food', nonce: await nonceOf() })
    const [answer] = await answers()
    expect(await w.store.db.select().from(cases)).toMatchObject([{ subjectKey: `con:${answer!.id}`, accountId: null }])
    expect(await w.store.db.select().from(caseAnswers)).toMatchObject([{ responseId: answer!.id }])
    expect(await w.store.db.select().from(scoreDeltas)).toMatchObject([{ responseId: answer!.id }])
    expect(await w.store.db.select().from(sendDeltas)).toEqual([])
  })

  it('asks who posts at once, as a machine does, to press again, and stores nothing of it', async () => {
    const { html } = await open()
    const reply = await post({ score: '9', comment: 'kept', nonce: fieldOf(html, 'nonce') })
    expect([reply.status, commentOf(reply.html)]).toEqual([202, 'kept'])
    expect(await w.store.db.select().from(invitations)).toEqual([])
    w.clock.advance(2_000)
    expect((await post({ score: '9', comment: 'kept', nonce: fieldOf(reply.html, 'nonce') })).status).toBe(303)
  })

  it('takes no page of another door, nor of an invitation', async () => {
    const other = await createDoor(w.ctx(), { programId: at.program.id, kind: 'link', name: 'Café' })
    const { token } = await openedDoor(w)
    const reply = await post({ score: '9', comment: 'kept', nonce: await nonceOf(token) })
    expect([reply.status, commentOf(reply.html)]).toEqual([400, 'kept'])
    expect(other.door.id).not.toBe(at.door.id)
    expect(await answers()).toEqual([])
  })

  it('keeps the wording that stood on the page', async () => {
    const nonce = await nonceOf()
    const { program } = at
    const [asked] = await w.store.db.select().from(programVersions).where(eq(programVersions.programId, program.id))
    await insert(w.store, programVersions, { ...asked!, id: 'ver_new', number: 2, createdAt: w.now() })
    await w.store.write((tx) => tx.update(programs).set({ currentVersionId: 'ver_new' }))
    await post({ score: '9', nonce })
    await post({ score: '9', nonce: await nonceOf() })
    expect((await answers()).map((answer) => answer.versionId)).toEqual([asked!.id, 'ver_new'])
  })
})

describe('a door that is closed', () => {
  it.each<[string, () => Promise<unknown>, string]>([
    ['shut', () => setDoorState(w.ctx(), { id: at.door.id, programId: at.program.id, to: 'shut' }), 'Nothing is asked'],
    ['replaced', () => replaceDoorLink(w.ctx(), { id: at.door.id, programId: at.program.id }), 'has been replaced'],
    ['of a paused program', () => changeProgramState(w.ctx(), { id: at.program.id, to: 'paused' }), 'Nothing is asked'],
  ])('%s says so, and gives back what was typed', async (_name, close, text) => {
    const nonce = await nonceOf()
    await close()
    const { status, html } = await open()
    expect([status, html.includes(text)]).toEqual([410, true])
    const posted = await post({ score: '9', comment: 'kept', nonce })
    expect([posted.status, commentOf(posted.html)]).toEqual([410, 'kept'])
    expect(await answers()).toEqual([])
  })

  it('opens again where it was shut', async () => {
    const of = { id: at.door.id, programId: at.program.id }
    await setDoorState(w.ctx(), { ...of, to: 'shut' })
    await setDoorState(w.ctx(), { ...of, to: 'open' })
    expect((await open()).status).toBe(200)
  })

  it('unknown, altered, of another kind and of another purpose all look alike', async () => {
    const widget = await createDoor(w.ctx(), { programId: at.program.id, kind: 'widget', name: 'App', origins: '' })
    const last = at.token.at(-1) === 'A' ? 'B' : 'A'
    const sealed = (purpose: string, object: string) => w.keys.sign(purpose, object)
    const odd = [
      at.token.slice(0, -1) + last,
      at.token.slice(0, 40),
      at.token.replace(':1.', ':2.'),
      sealed('door', 'dor_nobody:1'),
      sealed('door', `${widget.door.id}:1`),
      sealed('survey', `${at.door.id}:1`),
      sealed('unsubscribe', `${at.door.id}:1`),
      'dor_',
    ]
    const pages = await Promise.all(odd.map((token) => open(token)))
    const bare = (html: string) => html.replace(/nonce="[^"]*"/g, '')
    expect(new Set(pages.map(({ status, html }) => `${status} ${bare(html)}`)).size).toBe(1)
    expect(pages[0]!.status).toBe(404)
  })
})

describe('limits', () => {
  it('a door takes no more than its answers an hour, keeps the text, and takes more an hour later', async () => {
    const small = await openedDoor(w, { perHour: 2 })
    for (const score of ['9', '8'])
      expect((await post({ score, nonce: await nonceOf(small.token) }, small.token)).status).toBe(303)
    const third = await post({ score: '7', comment: 'kept', nonce: await nonceOf(small.token) }, small.token)
    expect([third.status, commentOf(third.html), chosenIn(third.html)]).toEqual([429, 'kept', '7'])
    expect((await answers()).length).toBe(2)
    expect((await post({ score: '7', nonce: await nonceOf() })).status).toBe(303) // another door is not full
    w.clock.advance(3_600_000)
    expect((await post({ score: '7', nonce: await nonceOf(small.token) }, small.token)).status).toBe(303)
  })

  it('a database that can’t be written is said with 503, and the text stays', async () => {
    const nonce = await nonceOf()
    const mend = await breakTable(w, 'response_revisions', 'insert')
    const reply = await post({ score: '9', comment: 'kept', nonce })
    expect([reply.status, commentOf(reply.html), chosenIn(reply.html)]).toEqual([503, 'kept', '9'])
    expect(await w.store.db.select().from(invitations)).toEqual([])
    await mend()
  })

  it.each<[string, Record<string, string> | [string, string][], number]>([
    ['no score', { comment: 'kept' }, 422],
    ['a score off the scale', { score: '11', comment: 'kept' }, 422],
    ['a fraction', { score: '9.5', comment: 'kept' }, 422],
    ['a word', { score: 'nine', comment: 'kept' }, 422],
    [
      'two scores',
      [
        ['score', '9'],
        ['score', '2'],
        ['comment', 'kept'],
      ],
      422,
    ],
    [
      'two comments',
      [
        ['score', '9'],
        ['comment', 'kept'],
        ['comment', 'x'],
      ],
      400,
    ],
  ])('%s is answered with the page and what was typed', async (_name, fields, status) => {
    const nonce: [string, string] = ['nonce', await nonceOf()]
    const reply = await post([...(Array.isArray(fields) ? fields : Object.entries(fields)), nonce])
    expect([reply.status, commentOf(reply.html)]).toEqual([status, 'kept'])
    expect(await answers()).toEqual([])
  })
})
