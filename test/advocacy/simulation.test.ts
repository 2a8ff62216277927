import { beforeAll, expect, test } from 'vitest'
import { simulateRules } from '#app/advocacy/asking/simulate-rules.server.ts'
import { countAskable } from '#app/advocacy/asking/list-askable.server.ts'
import { weighStandings } from '#app/advocacy/asking/weigh-standings.server.ts'
import { draftOfAsk } from '#app/advocacy/catalogue/ask-draft.ts'
import { editAskKind } from '#app/advocacy/catalogue/edit-ask-kind.server.ts'
import { standardAsks } from '#app/advocacy/catalogue/standard-asks.ts'
import { serve } from '#test/access/listener.ts'
import { fieldsOfAsk } from '#test/advocacy/ask-fields.ts'
import { promoters } from '#test/advocacy/asking-world.ts'
import { world, type World } from '#test/world.ts'

const standard = standardAsks.referral
const withRules = (rules: Partial<typeof standard.rules>) => ({ ...standard, rules: { ...standard.rules, ...rules } })

let w: World
beforeAll(async () => {
  w = await world()
  const green = await w.account({ name: 'Aoba', health: 'green' })
  const red = await w.account({ name: 'Beta', health: 'red' })
  await promoters(w, green, ['Ann', 'Bea'])
  await promoters(w, red, ['Cleo', 'Dan', 'Eve'])
})

test('rules that are tried say who comes in, who goes out, and what alone stands in the way', async () => {
  // Held: two at the green account. Tried: red accounts as well.
  const { healths } = standard.rules
  const wider = await simulateRules(w.ctx(), { kind: 'referral', content: withRules({ healths: [...healths, 'red'] }) })
  expect(wider).toMatchObject({
    advocates: 5,
    now: 2,
    tried: 5,
    more: { n: 3 },
    fewer: { n: 0, people: [] },
    blocks: [],
  })
  expect(wider.more.people.map(({ name }) => name)).toEqual(['Cleo', 'Dan', 'Eve'])

  // Tried: only those who speak Japanese, which nobody does; the three at the red account are stopped by two rules.
  const narrower = await simulateRules(w.ctx(), { kind: 'referral', content: withRules({ languages: ['ja'] }) })
  expect(narrower).toMatchObject({ now: 2, tried: 0, more: { n: 0 }, fewer: { n: 2 } })
  expect(narrower.blocks).toEqual([
    { block: 'health', n: 3, alone: 0 },
    { block: 'language', n: 5, alone: 2 },
  ])
  const off = await simulateRules(w.ctx(), { kind: 'referral', content: { ...standard, on: false } })
  expect(off).toMatchObject({ tried: 0, fewer: { n: 2 } })
})

test('what was foretold is what holds once it is saved; trying alone changes nothing', async () => {
  const content = withRules({ healths: ['green', 'red'] })
  const { tried } = await simulateRules(w.ctx(), { kind: 'referral', content })
  const weigh = () =>
    weighStandings(w.system(), { id: 'x', attempt: 1, payload: {}, progress: async () => {}, stopping: () => false })
  await weigh()
  expect(await countAskable(w.ctx(), 'referral')).toEqual({ can: 2, cannot: 3 })
  await editAskKind(w.ctx(), { kind: 'referral', base: 0, content })
  await weigh()
  expect(await countAskable(w.ctx(), 'referral')).toEqual({ can: tried, cannot: 5 - tried })
})

test('a colleague tries rules on the page, without script, and keeps what was typed; who may not change them may not try', async () => {
  const served = await serve(w)
  try {
    const fields = {
      ...fieldsOfAsk(draftOfAsk({ kind: 'review', number: 0, content: standardAsks.review })),
      intent: 'simulate',
      'rules.quietDays': '77',
    }
    const post = async (more: Record<string, string | string[]>, as: string) => {
      const body = new URLSearchParams()
      for (const [name, value] of Object.entries({ ...fields, ...more })) for (const one of [value].flat()) body.append(name, one) // prettier-ignore
      const cookie = await served.signedIn(as)
      const answer = await served.fetch('/settings/asks/review', { method: 'POST', body, cookie, headers: { accept: 'text/html' } }) // prettier-ignore
      return { status: answer.status, html: await answer.text() }
    }
    const tried = await post({}, w.admin.id!)
    expect(tried.status).toBe(200)
    expect(tried.html).toContain('What these rules would do today')
    expect(tried.html).toContain('of 5 advocates')
    expect(tried.html).toMatch(/name="rules.quietDays"[^>]*value="77"|value="77"[^>]*name="rules.quietDays"/)
    expect((await post({ 'wording.en.body': '{oops}' }, w.admin.id!)).status).toBe(422)
    expect((await post({}, (await w.user({ roles: ['viewer'] })).id)).status).toBe(403)
  } finally {
    await served.close()
  }
})
