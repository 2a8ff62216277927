import { afterAll, beforeAll, expect, test } from 'vitest'
import { eq } from 'drizzle-orm'
import { getPolicy } from '#app/cases/sla/find-target.server.ts'
import { draftOf, fieldsOf } from '#app/cases/sla/draft.ts'
import { defaultPolicy, targetOf } from '#app/cases/sla/policy.ts'
import { jobs } from '#db/schema/jobs.ts'
import { serve } from '#test/access/listener.ts'
import { slaWorld, type SlaWorld } from '#test/cases/sla.ts'

let s: SlaWorld
let served: Awaited<ReturnType<typeof serve>>
beforeAll(async () => {
  s = await slaWorld()
  served = await serve(s.w)
})
afterAll(() => served.close())

async function visit(form?: Record<string, string>) {
  const response = await served.fetch('/settings/sla', {
    method: form ? 'POST' : 'GET',
    body: form && new URLSearchParams(form),
    cookie: await served.signedIn(s.w.admin.id!),
    headers: { accept: 'text/html' },
  })
  return { status: response.status, to: response.headers.get('location'), html: await response.text() }
}
const usual = Object.fromEntries(fieldsOf(draftOf(defaultPolicy)))
/** What stands in a field of the page. */
const valueOf = (html: string, name: string) =>
  new RegExp(`name="${name.replace(/[[\].]/g, '\\$&')}"[^>]*value="([^"]*)"`).exec(html)?.[1]

test('an admin gives a tier times of its own, sees what that does, and saves just that, without script', async () => {
  await s.answer()
  const first = await visit()
  expect(first.html).toContain('nobody has changed them yet')
  expect(valueOf(first.html, 'rows[0].urgent.reply')).toBe('2')

  const added = await visit({ ...usual, 'rows[0].low.reply': '20', intent: 'add', newTier: 'Standard' })
  // What was typed stays, and the tier begins with it.
  expect(['rows[0].low.reply', 'rows[1].low.reply', 'rows[1].tier'].map((name) => valueOf(added.html, name))).toEqual(['20', '20', 'Standard']) // prettier-ignore

  const rows = { ...usual, ...Object.fromEntries(Object.entries(usual).flatMap(([name, value]) => (name.startsWith('rows[0]') ? [[name.replace('[0]', '[1]'), value]] : []))), 'rows[1].tier': 'Standard', 'rows[1].normal.reply': '4' } // prettier-ignore
  const wrong = await visit({ ...rows, 'rows[1].high.resolve': '1', intent: 'preview' })
  expect(wrong.status).toBe(422)
  expect(wrong.html).toContain('can’t be due before the first reply')
  expect(valueOf(wrong.html, 'rows[1].high.resolve')).toBe('1')

  const seen = await visit({ ...rows, intent: 'preview' })
  expect(seen.html).toContain('1 open case: 1 due earlier, 0 of them late at once, 0 later, 0 as before.')
  expect((await getPolicy(s.w.ctx())).version).toBe(0)

  expect(await visit({ ...rows, intent: 'save', open: 'move' })).toMatchObject({ status: 302, to: '/settings/sla' })
  const policy = await getPolicy(s.w.ctx())
  expect(policy.version).toBe(1)
  expect(targetOf(policy.rows, 'Standard', 'normal')).toEqual({ replyMinutes: 240, resolveMinutes: 2400 })
  expect(await s.w.store.db.select().from(jobs).where(eq(jobs.kind, 'cases.move-policy'))).toHaveLength(1)
  expect((await visit()).html).toContain('Version 1, saved by Aiko Admin')

  // Somebody who still looks at the old table is told.
  const late = await visit({ ...usual, intent: 'preview' })
  expect(late.status).toBe(409)
  expect(late.html).toContain('Somebody saved other times meanwhile')
  const dropped = await visit({ ...rows, base: '1', intent: 'drop:Standard' })
  expect(valueOf(dropped.html, 'rows[1].tier')).toBe(undefined)
})

test('what can’t be read is refused in words, at its table', async () => {
  const bad = await visit({ ...usual, base: '1', 'rows[0].low.reply': 'soon', intent: 'preview' })
  expect(bad.status).toBe(400)
  expect(bad.html).toContain('Invalid input')
  expect((await visit({ intent: 'preview' })).status).toBe(400)
})
