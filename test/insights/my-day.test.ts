import { beforeEach, describe, expect, test } from 'vitest'
import { as, write } from '#app/audit/context.server.ts'
import { addCaseNote } from '#app/cases/add-case-note.server.ts'
import { claimCase } from '#app/cases/claim-case.server.ts'
import { listCases } from '#app/cases/list-cases.server.ts'
import { logContact } from '#app/cases/log-contact.server.ts'
import { queueFilter } from '#app/cases/queue-filter.server.ts'
import { resolveCase } from '#app/cases/resolve-case.server.ts'
import { snoozeCase } from '#app/cases/snoozing/snooze-case.server.ts'
import { waitForCustomer } from '#app/cases/wait-for-customer.server.ts'
import { getMyDay } from '#app/insights/get-my-day.server.ts'
import { fewRows, queueOf, type DayList } from '#app/insights/my-day.ts'
import { openCaseOfVoice } from '#app/loop/open-case-of-voice.server.ts'
import { takeReply } from '#app/loop/read-inbound.server.ts'
import { DAY, HOUR, MINUTE } from '#app/platform/day.ts'
import { recordVoice } from '#app/voices/save-voice.server.ts'
import { land, makeProgram, type ProgramRow } from '#test/cases/make.ts'
import { routing, type Routing } from '#test/cases/routing-world.ts'
import type { UserRow } from '#test/make.ts'

let w: Routing
let me: UserRow
let program: ProgramRow
beforeEach(async () => {
  w = await routing()
  me = await w.user({ name: 'Mei' })
  program = await makeProgram(w)
})

const mine = () => w.ctx(me.actor)

async function opened(name: string, { owner = me, ...over }: { owner?: UserRow; keptFrom?: string } = {}) {
  const account = await w.account({ name, ownerId: owner.id })
  const contact = await w.contact({ accountId: account.id, name: `${name} Person` })
  w.clock.advance(1_000)
  const { caseId } = await land(w, program, contact, owner.id, { comment: `${name} is slow.`, ...over })
  return { caseId, account, contact }
}
type Opened = Awaited<ReturnType<typeof opened>>

/** A mail of the customer, as it comes in. */
function writes({ caseId, account, contact }: Opened, words: string) {
  w.clock.advance(MINUTE)
  const subject = { accountId: account.id, contactId: contact.id, invitationId: null, caseId }
  const mail = { subject, sender: contact.email, words, whole: null, at: w.now() }
  return write(as(w.system(), { kind: 'contact', id: contact.id }), (ctx) => takeReply(ctx, mail))
}
const call = (caseId: string) => logContact(mine(), { caseId, kind: 'call', text: 'Called.' })

/** The number of each list, and of the list that its link leads to. */
async function numbers() {
  const { lists } = await getMyDay(mine())
  const both = async (list: DayList) => {
    const behind = await listCases(mine(), queueFilter(mine(), `http://koe.test/cases${queueOf(list)}`))
    expect(behind.cases).toHaveLength(lists[list].n)
    return lists[list].n
  }
  return [await both('late'), await both('due'), await both('replies')]
}

test('a case is due on the day of its next reply, late once that is past; what was put off is in neither', async () => {
  const { caseId } = await opened('Aoi')
  expect(await numbers()).toEqual([0, 0, 0]) // due tomorrow
  const { replyDueAt } = await w.caseRow(caseId)
  w.clock.set(replyDueAt - 1)
  expect(await numbers()).toEqual([0, 1, 0])
  w.clock.set(replyDueAt + 1)
  expect(await numbers()).toEqual([1, 0, 0])
  await snoozeCase(mine(), { caseId, span: '1' })
  expect(await numbers()).toEqual([0, 0, 0])
})

describe('a reply waits', () => {
  let one: Opened
  beforeEach(async () => {
    one = await opened('Aoi')
    await opened('Other') // an unhappy answer alone is no reply
    expect(await numbers()).toEqual([0, 0, 0])
  })

  test('from a mail of the customer until somebody calls, meets or writes; a note and taking it answer nobody', async () => {
    await call(one.caseId)
    await writes(one, 'And the export?')
    expect(await numbers()).toEqual([0, 0, 1])
    w.clock.advance(MINUTE)
    await addCaseNote(mine(), { caseId: one.caseId, text: 'Looking into it.' })
    await claimCase(mine(), { caseId: one.caseId })
    expect(await numbers()).toEqual([0, 0, 1])
    w.clock.advance(MINUTE)
    await call(one.caseId)
    expect(await numbers()).toEqual([0, 0, 0])
  })

  test('of a case that nobody has answered yet, with what they wrote and the step that follows', async () => {
    await writes(one, 'Is anybody there?')
    const [row] = (await getMyDay(mine())).lists.replies.rows
    expect(row).toMatchObject({ id: one.caseId, comment: 'Is anybody there?', saidAt: w.now(), step: 'answer' })
  })

  test('no longer once the case waits for the customer again, or was resolved after it; again by a mail that came later', async () => {
    await call(one.caseId)
    w.clock.advance(MINUTE)
    await waitForCustomer(mine(), { caseId: one.caseId })
    expect(await numbers()).toEqual([0, 0, 0])
    await writes(one, 'Thank you.')
    expect(await numbers()).toEqual([0, 0, 1])
    w.clock.advance(MINUTE)
    await resolveCase(mine(), { caseId: one.caseId, cause: 'support', action: 'fix' })
    expect(await numbers()).toEqual([0, 0, 0])
    await writes(one, 'It is broken again.')
    expect(await numbers()).toEqual([0, 0, 1])
  })

  test('when a colleague put on the case what they heard, until whoever said it is answered', async () => {
    const hear = async (contactId?: string) => {
      w.clock.advance(MINUTE)
      const voiceId = await recordVoice(mine(), {
        accountId: one.account.id,
        contactId,
        date: '2026-03-02',
        channel: 'phone',
        heardBy: me.id,
        text: 'They think of leaving.',
      })
      await openCaseOfVoice(mine(), { voiceId })
      w.clock.advance(MINUTE)
    }
    // Somebody who has answered the survey, and is heard after that.
    await hear(one.contact.id)
    expect(await numbers()).toEqual([0, 0, 1])
    await call(one.caseId)
    expect(await numbers()).toEqual([0, 0, 0])
    // Somebody nobody knows.
    await hear()
    expect(await numbers()).toEqual([0, 0, 1])
    await call(one.caseId)
    expect(await numbers()).toEqual([0, 0, 0])
  })
})

test('no case has two rows: 6 are late, 5 wrote, of whom 2 stand among the late; the first 4 of each are shown', async () => {
  const list: Opened[] = []
  for (const name of ['A', 'B', 'C', 'D', 'E', 'F']) list.push(await opened(name))
  const { replyDueAt } = await w.caseRow(list.at(-1)!.caseId)
  w.clock.set(replyDueAt + 1)
  for (const one of [list[0]!, list[1]!]) await writes(one, 'Hello?')
  for (const name of ['X', 'Y', 'Z']) await writes(await opened(name), 'Anybody?')
  const { late, due, replies } = (await getMyDay(mine())).lists
  const names = (of: typeof late) => of.rows.map((row) => row.accountName)
  expect([late.n, names(late)]).toEqual([6, ['A', 'B', 'C', 'D']])
  expect(late.rows.map((row) => row.step)).toEqual(['answer', 'answer', 'reply', 'reply'])
  expect(names(late)).toHaveLength(fewRows)
  expect(due.n).toBe(0)
  expect([replies.n, replies.above, names(replies)]).toEqual([5, 2, ['X', 'Y', 'Z']])
})

test('whoever stands in sees the work of who is away; what was kept from them is not there', async () => {
  const away = await w.user({ name: 'Away' })
  await writes(await opened('Theirs', { owner: away }), 'Hello?')
  await writes(await opened('Kept', { owner: away, keptFrom: me.id }), 'About Mei.')
  expect(await numbers()).toEqual([0, 0, 0])
  await w.away(away, 0, 1, me)
  expect(await numbers()).toEqual([0, 0, 1])
  expect((await getMyDay(mine())).lists.replies.rows).toMatchObject([{ accountName: 'Theirs', standingIn: true }])
})

test('with nothing late, due or waiting, the next of the queue stand there, each with its step', async () => {
  const one = await opened('Aoi')
  const done = await opened('Done')
  w.clock.advance(HOUR)
  await call(done.caseId)
  expect((await getMyDay(mine())).next).toMatchObject([
    { id: one.caseId, step: 'reply' },
    { id: done.caseId, step: 'resolve' },
  ])
  w.clock.advance(30 * DAY)
  expect((await getMyDay(mine())).next).toEqual([])
})
