import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { write } from '#app/audit/context.server.ts'
import { countAdvocates } from '#app/advocacy/count-advocates.server.ts'
import { closeCase } from '#app/cases/close-case.server.ts'
import { countLoop, loopDays } from '#app/cases/count-loop.server.ts'
import { listCases } from '#app/cases/list-cases.server.ts'
import { logContact } from '#app/cases/log-contact.server.ts'
import { openOrJoinCase } from '#app/cases/open-case.server.ts'
import { resolveCase } from '#app/cases/resolve-case.server.ts'
import { readerOf } from '#app/insights/today.ts'
import { roleWords } from '#app/insights/today-words.ts'
import { DAY } from '#app/platform/day.ts'
import type { Role } from '#db/enums/audit.ts'
import { serve } from '#test/access/listener.ts'
import { makeProgram, makeResponse } from '#test/cases/make.ts'
import { world, type World } from '#test/world.ts'

async function openCase(w: World, ownerId: string) {
  const account = await w.account({ name: 'Aoi & Sons', ownerId })
  const contact = await w.contact({ accountId: account.id })
  const response = await makeResponse(w, await makeProgram(w), { contact, comment: 'Slow.' })
  const input = { response, severity: 'normal' as const, account: { id: account.id, ownerId }, contactId: contact.id }
  return (await write(w.system(), (ctx) => openOrJoinCase(ctx, input))).caseId
}

test('a day is that of the role others wait for', () => {
  expect(readerOf(['marketer', 'csm'])).toBe('worker')
  expect(readerOf(['csm', 'lead'])).toBe('leader')
  expect(readerOf(['marketer'])).toBe('marketer')
  expect(readerOf(['viewer'])).toBe('viewer')
})

test('the loop counts the cases of the last 30 days by how far they came', async () => {
  const w = await world()
  const { id } = await w.user()
  await openCase(w, id)
  w.clock.advance(31 * DAY)
  const [done] = [await openCase(w, id), await openCase(w, id)]
  const called = await openCase(w, id)
  await logContact(w.ctx(), { caseId: called, kind: 'call', text: 'Called.' })
  await logContact(w.ctx(), { caseId: done, kind: 'call', text: 'Called.' })
  await resolveCase(w.ctx(), { caseId: done, cause: 'product', action: 'fix' })
  await closeCase(w.ctx(), { caseId: done, kind: 'by_hand' })
  const loop = await countLoop(w.ctx())
  expect(loop).toEqual({ opened: 3, contacted: 2, resolved: 1, closed: 1 })
  // What each number leads to has exactly as many.
  const behind = async (reached?: 'contacted' | 'resolved' | 'closed') =>
    (await listCases(w.ctx(), { scope: 'any', opened: loopDays, reached })).cases.length
  expect(await behind()).toBe(loop.opened)
  for (const step of ['contacted', 'resolved', 'closed'] as const) expect(await behind(step)).toBe(loop[step])
  expect(await countAdvocates(w.ctx())).toEqual({ candidate: 0, active: 0 })
})

describe('the page', () => {
  let w: World
  let served: Awaited<ReturnType<typeof serve>>
  beforeAll(async () => {
    w = await world()
    served = await serve(w)
  })
  afterAll(() => served.close())

  const today = async (...roles: Role[]) => {
    const user = await w.user({ roles })
    if (roles.includes('csm')) await openCase(w, user.id)
    const response = await served.fetch('/', {
      cookie: await served.signedIn(user.id),
      headers: { accept: 'text/html' },
    })
    return response.text()
  }

  test('shows a CSM their cases, a marketer who can be asked, a lead the loop, a viewer none of it', async () => {
    const parts = { work: roleWords.work.en, ask: roleWords.ask.en, delivery: roleWords.delivery.en.split(',')[0]! }
    const seen = async (...roles: Role[]) => {
      const html = await today(...roles)
      return Object.entries(parts)
        .filter(([, text]) => html.includes(text))
        .map(([part]) => part)
    }
    expect(await seen('csm')).toEqual(['work'])
    expect(await seen('marketer')).toEqual(['ask'])
    expect(await seen('lead')).toEqual(['delivery'])
    expect(await seen('viewer')).toEqual([])
    expect(await today('csm')).toContain('Aoi &amp; Sons')
  })
})
