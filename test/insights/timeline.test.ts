import { beforeEach, expect, test } from 'vitest'
import type { Actor } from '#app/audit/actor.ts'
import { addCaseNote } from '#app/cases/add-case-note.server.ts'
import { findCaseOfResponse } from '#app/cases/find-case-of-response.server.ts'
import { getScoreHistory } from '#app/insights/get-score-history.server.ts'
import { listTimeline } from '#app/insights/list-timeline.server.ts'
import { newId } from '#app/platform/ids.server.ts'
import { recordAnswer } from '#app/loop/record-answer.server.ts'
import type { Role } from '#db/enums/access.ts'
import { outreach } from '#db/schema/delivery.ts'
import { insert } from '#test/make.ts'
import { answerTo, customer, invited, makeInvitation } from '#test/responses/make.ts'
import { world, type World } from '#test/world.ts'

let w: World
beforeEach(async () => void (w = await world()))
const actor = (role: Role): Actor => ({ kind: 'user', id: 'usr_x', roles: [role], teamId: null, name: 'X' })

async function unhappy() {
  const made = await invited(w)
  const { account, contact, program } = made
  await insert(w.store, outreach, {
    id: newId('out', w.now()),
    contactId: contact.id,
    accountId: account.id,
    kind: 'invitation',
    programId: program.id,
    refId: 'inv_1',
    at: w.now(),
  })
  w.clock.advance(1000)
  await recordAnswer(customer(w), answerTo(w, made.invitation, 2, { comment: 'The export is slow.' }))
  w.clock.advance(1000)
  const { items } = await listTimeline(w.ctx(), { accountId: account.id }, { kind: 'answers' })
  const caseId = (await findCaseOfResponse(w.ctx(), items[0]!.subjectId!))!
  await addCaseNote(w.ctx(), { caseId, text: 'Called Mori-san; a fix comes on Monday.' })
  return made
}

test('the history of an account has its answers, mail, cases and notes with their words, the newest first', async () => {
  const { account, contact, program } = await unhappy()
  const { items } = await listTimeline(w.ctx(), { accountId: account.id })
  expect(items.map((one) => one.at)).toEqual(items.map((one) => one.at).toSorted((a, b) => b - a))
  expect(items[0]).toMatchObject({ type: 'cases.noted', entry: { text: 'Called Mori-san; a fix comes on Monday.' } })
  expect(items.find((one) => one.type === 'responses.recorded')).toMatchObject({
    answer: { score: 2, comment: 'The export is slow.' },
    person: contact.name,
  })
  expect(items.find((one) => one.type === 'sent.invitation')).toMatchObject({
    program: program.name,
    contactId: contact.id,
  })
  const kinds = async (kind: 'mail' | 'cases' | 'advocacy') =>
    (await listTimeline(w.ctx(), { contactId: contact.id }, { kind })).items.map((one) => one.type.split('.')[0])
  expect(new Set(await kinds('mail'))).toEqual(new Set(['sent']))
  expect(await kinds('advocacy')).toEqual([])
})

test('who may not know an author or read cases learns neither from the history', async () => {
  const { account, contact } = await unhappy()
  const { items } = await listTimeline(w.ctx(actor('marketer')), { accountId: account.id })
  const answer = items.find((one) => one.type === 'responses.recorded')!
  expect(answer).toMatchObject({ answer: null, person: null, contactId: null, subjectId: null })
  expect(items.some((one) => one.type.startsWith('cases.'))).toBe(false)
  expect(await getScoreHistory(w.ctx(actor('marketer')), { contactId: contact.id })).toBeNull()
  await expect(listTimeline(w.ctx(actor('viewer')), { accountId: account.id })).rejects.toMatchObject({ status: 403 })
})

test('pages of a history follow each other without gap or double, also when much happened at once', async () => {
  const { account, contact } = await unhappy()
  for (let i = 0; i < 90; i++) {
    const at = w.now() + Math.floor(i / 30)
    await insert(w.store, outreach, {
      id: newId('out', at),
      contactId: contact.id,
      accountId: account.id,
      kind: 'reminder',
      refId: `r_${i}`,
      at,
    })
  }
  const seen: string[] = []
  let after: string | null = null
  do {
    const page: Awaited<ReturnType<typeof listTimeline>> = await listTimeline(
      w.ctx(),
      { accountId: account.id },
      { after },
    )
    seen.push(...page.items.map((one) => one.id))
    after = page.next
  } while (after)
  expect(new Set(seen).size).toBe(seen.length)
  expect(seen.length).toBeGreaterThan(92)
})

test('scores over time are drawn from the second quarter on, each with the answers it was made of', async () => {
  const { program, contact, invitation } = await invited(w)
  await recordAnswer(customer(w), answerTo(w, invitation, 2))
  expect(await getScoreHistory(w.ctx(), { contactId: contact.id })).toBeNull()
  w.clock.advance(100 * 86_400_000)
  await recordAnswer(customer(w), answerTo(w, await makeInvitation(w, program, contact), 10))
  const history = (await getScoreHistory(w.ctx(), { contactId: contact.id }))!
  expect(history.points[0]!.score).toMatchObject({ value: -100, n: 1 })
  expect(history.points.at(-1)!.score).toMatchObject({ value: 100, n: 1 })
})
