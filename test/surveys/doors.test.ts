import { beforeEach, describe, expect, it } from 'vitest'
import { listResponses } from '#app/responses/list-responses.server.ts'
import { presentResponse } from '#app/integrations/present.ts'
import { responseExport } from '#app/responses/export-responses.server.ts'
import { getResponse } from '#app/responses/get-response.server.ts'
import { countDoorAnswers } from '#app/delivery/count-door-answers.server.ts'
import { answerAtDoor } from '#app/loop/answer-at-door.server.ts'
import { makeNonce, openNonce } from '#app/responses/nonce.server.ts'
import { editDoor, replaceDoorLink, replaceDoorSecret, setDoorState } from '#app/surveys/doors/change-door.server.ts'
import { createDoor } from '#app/surveys/doors/create-door.server.ts'
import { mostDoors } from '#app/surveys/doors/door.ts'
import { openDoorToken } from '#app/surveys/doors/door-token.server.ts'
import { getDoor } from '#app/surveys/doors/get-door.server.ts'
import { listDoors } from '#app/surveys/doors/list-doors.server.ts'
import { changeProgramState } from '#app/surveys/change-program-state.server.ts'
import { events } from '#db/schema/audit.ts'
import { serve } from '#test/access/listener.ts'
import { openedDoor } from '#test/answering/doors.ts'
import { answerTo, customer, invited } from '#test/responses/make.ts'
import { recordAnswer } from '#app/loop/record-answer.server.ts'
import { world, type World } from '#test/world.ts'

let w: World
let at: Awaited<ReturnType<typeof openedDoor>>
let of: { id: string; programId: string }
beforeEach(async () => {
  w = await world()
  at = await openedDoor(w)
  of = { id: at.door.id, programId: at.program.id }
})
const happened = async () =>
  (await w.store.db.select().from(events)).map((event) => event.type).filter((type) => type.includes('door'))

async function answer(score: number, comment: string | null = null) {
  const nonce = openNonce(w.keys, at.door.id, makeNonce(w.keys, at.door.id, w.now() - 5_000), w.now())!
  await answerAtDoor(w.anonymous(), { door: { id: at.door.id, gen: 1 }, person: null, ref: null, score, comment, language: 'en', nonce }) // prettier-ignore
}

describe('a door', () => {
  it('is changed, shut, opened and given a new link, with one event each', async () => {
    await editDoor(w.ctx(), { ...of, name: ' Café ', perHour: 5, origins: 'https://ignored.example' })
    await setDoorState(w.ctx(), { ...of, to: 'shut' })
    await setDoorState(w.ctx(), { ...of, to: 'shut' })
    await setDoorState(w.ctx(), { ...of, to: 'open' })
    await replaceDoorLink(w.ctx(), of)
    const { door } = await getDoor(w.ctx(), of)
    expect(door).toMatchObject({ name: 'Café', perHour: 5, origins: [], state: 'open', gen: 2 })
    expect(openDoorToken(w.keys, door.token)).toEqual({ id: door.id, gen: 2 })
    expect(await happened()).toEqual([
      'surveys.door_created',
      'surveys.door_edited',
      'surveys.door_shut',
      'surveys.door_opened',
      'surveys.door_link_replaced',
    ])
  })

  it('never tells its secret again', async () => {
    const { door, secret } = await createDoor(w.ctx(), { programId: at.program.id, kind: 'widget', name: 'App' })
    const shown = JSON.stringify([
      await getDoor(w.ctx(), { ...of, id: door.id }),
      await listDoors(w.ctx(), of.programId),
    ])
    expect(secret).toMatch(/^koew_[\w-]{43}$/)
    expect(shown).not.toContain('koew_')
    expect(shown).not.toContain(door.secret)
    await expect(replaceDoorSecret(w.ctx(), of)).rejects.toMatchObject({ code: 'door_without_secret' })
  })

  it('is opened and changed by who edits programs, and by nobody else', async () => {
    const marketer = await w.user({ roles: ['marketer'] })
    await setDoorState(w.ctx(marketer.actor), { ...of, to: 'shut' })
    for (const role of ['csm', 'viewer'] as const) {
      const ctx = w.ctx((await w.user({ roles: [role] })).actor)
      await expect(createDoor(ctx, { programId: of.programId, kind: 'link', name: 'x' })).rejects.toMatchObject({
        status: 403,
      })
      await expect(editDoor(ctx, { ...of, name: 'x' })).rejects.toMatchObject({ status: 403 })
      await expect(replaceDoorLink(ctx, of)).rejects.toMatchObject({ status: 403 })
      expect((await getDoor(ctx, of)).door.state).toBe('shut')
    }
  })

  it('is found under its own program only, and not changed once that is archived', async () => {
    const other = await openedDoor(w)
    await expect(getDoor(w.ctx(), { ...of, programId: other.program.id })).rejects.toMatchObject({ status: 404 })
    await changeProgramState(w.ctx(), { id: of.programId, to: 'archived' })
    await expect(setDoorState(w.ctx(), { ...of, to: 'shut' })).rejects.toMatchObject({ code: 'program_archived' })
  })

  it('is one of fifty at most', async () => {
    for (let n = 1; n < mostDoors; n++) await createDoor(w.ctx(), { programId: of.programId, kind: 'link', name: 'x' })
    await expect(createDoor(w.ctx(), { programId: of.programId, kind: 'link', name: 'x' })).rejects.toMatchObject({
      code: 'too_many_doors',
    })
  })
})

describe('answers at a door', () => {
  it('are counted by door, marked as not verified, and found by their door', async () => {
    await answer(9, 'quick')
    w.clock.advance(60_000)
    await answer(8)
    const mailed = await invited(w, { program: at.program })
    await recordAnswer(customer(w), answerTo(w, mailed.invitation, 10))
    expect(await countDoorAnswers(w.ctx(), [at.door.id])).toEqual({ [at.door.id]: { answers: 2, last: w.now() } })
    const { responses } = await listResponses(w.ctx(), { door: at.door.id })
    expect(responses.map(({ score, channel, unverified }) => [score, channel, unverified])).toEqual([
      [8, 'link', at.door.id],
      [9, 'link', at.door.id],
    ])
    expect((await listResponses(w.ctx(), {})).responses.map(({ unverified }) => unverified)).toContain(null)
    expect(responses.map(presentResponse)).toMatchObject([{ channel: 'link', verified: false }, { verified: false }])
    expect((await getResponse(w.ctx(), responses[0]!.id)).response.unverified).toBe(at.door.id)
    const column = (key: string) => responseExport.columns.find((one) => one.key === key)!
    const { rows } = await responseExport.page(w.ctx(), {}, null)
    expect(rows.map((row) => column('verified').value(row, {} as never)).sort()).toEqual([false, false, true])
  })
})

describe('the pages', () => {
  it('show what came in, draw the code, and open doors', async () => {
    await answer(9, 'quick')
    const served = await serve(w)
    const cookie = await served.signedIn((await w.user({ roles: ['admin'] })).id)
    const get = async (path: string) => {
      const reply = await served.fetch(path, { cookie, headers: { accept: 'text/html' } })
      return {
        status: reply.status,
        type: reply.headers.get('content-type'),
        body: Buffer.from(await reply.arrayBuffer()),
      }
    }
    const here = `/programs/${of.programId}/doors/${of.id}`
    expect((await get(`/programs/${of.programId}`)).body.toString()).toContain('Reception')
    expect((await get(here)).body.toString()).toContain(at.token)
    expect((await get(`${here}/qr/code.svg`)).type).toBe('image/svg+xml')
    expect((await get(`${here}/qr/code.png`)).body.subarray(1, 4).toString()).toBe('PNG')
    expect((await get(`${here}/qr/code.gif`)).status).toBe(404)
    expect((await get(`${here}/poster?language=ja`)).body.toString()).toContain('カメラで読み取ってください')
    const body = new URLSearchParams({ kind: 'widget', name: 'App', origins: 'https://app.example.com', perHour: '10' })
    const made = await served.fetch(`/programs/${of.programId}/doors/new`, { method: 'POST', body, cookie })
    expect([made.status, /koew_[\w-]{43}/.test(await made.text())]).toEqual([200, true])
    const wrong = new URLSearchParams({ kind: 'widget', name: 'App', origins: 'app.example.com', perHour: '0' })
    const refused = await served.fetch(`/programs/${of.programId}/doors/new`, { method: 'POST', body: wrong, cookie })
    expect([refused.status, (await refused.text()).includes('app.example.com')]).toEqual([400, true])
    await served.close()
  })
})
