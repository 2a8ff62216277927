import { afterAll, beforeAll, expect, it } from 'vitest'
import { languages } from '#app/platform/languages.ts'
import { getProgram } from '#app/surveys/get-program.server.ts'
import { serve } from '#test/access/listener.ts'
import { makeAsking } from '#test/answering/after.ts'
import { fieldOf } from '#test/answering/browse.ts'
import { editOf } from '#test/surveys/make.ts'
import { world, type World } from '#test/world.ts'

let w: World
let served: Awaited<ReturnType<typeof serve>>
let made: Awaited<ReturnType<typeof makeAsking>>
let cookie: string
beforeAll(async () => {
  w = await world()
  served = await serve(w)
  cookie = await served.signedIn('usr_admin')
  made = await makeAsking(w, [
    { kind: 'text', for: 'any', words: { en: 'What <else>?', ja: 'ほかには。' } },
    { kind: 'rating', for: 'high', required: true, words: { en: 'How fast?', ja: '速さは。' } },
  ])
})
afterAll(() => served.close())

/** The fields that the edit page holds, as a browser would send them, with some changed. */
async function fields(over: Record<string, string | null> = {}) {
  const { seenVersionId, name, brandId, minIntervalDays, wording } = await editOf(w, made.program.id)
  const flat: Record<string, string> = { seenVersionId: seenVersionId!, name, brandId, minIntervalDays: String(minIntervalDays), changeDays: '30', 'caseRule.threshold': '6', withQuestions: 'on', pace: 'one', removed: '' } // prettier-ignore
  const walk = (value: unknown, path: string) => {
    if (typeof value === 'string') flat[path] = value
    else for (const [key, part] of Object.entries(value as object)) walk(part, `${path}.${key}`)
  }
  walk(wording, 'wording')
  made.questions.forEach((one, i) => {
    Object.assign(flat, { [`questions[${i}].id`]: one.id, [`questions[${i}].kind`]: one.kind, [`questions[${i}].for`]: one.for, [`questions[${i}].words.en`]: one.words.en, [`questions[${i}].words.ja`]: one.words.ja }) // prettier-ignore
  })
  for (const [key, value] of Object.entries(over)) {
    if (value === null) delete flat[key]
    else flat[key] = value
  }
  return flat
}
async function post(path: string, over: Record<string, string | null>) {
  const body = new URLSearchParams(await fields(over))
  const reply = await served.fetch(`/programs/${made.program.id}${path}`, { method: 'POST', body, cookie, headers: { accept: 'text/html' } }) // prettier-ignore
  return { status: reply.status, html: await reply.text() }
}
const questionsIn = (html: string) => [...html.matchAll(/name="questions\[\d\]\.id" value="([^"]*)"/g)].map((m) => m[1])

it('shows the questions with their words in both languages', async () => {
  const reply = await served.fetch(`/programs/${made.program.id}/edit`, { cookie, headers: { accept: 'text/html' } })
  const html = await reply.text()
  expect(questionsIn(html)).toEqual(made.questions.map((one) => one.id))
  expect(html).toContain('What &lt;else&gt;?')
  expect(html).toContain('ほかには。')
})

it('adds, moves, takes out and puts back without saving, and what was typed stays', async () => {
  const [text, rating] = made.questions.map((one) => one.id)
  const typed = { 'questions[0].words.en': 'Half typed', name: 'Other name' }
  const added = await post('/edit', { ...typed, alter: 'add' })
  expect([added.status, questionsIn(added.html)]).toEqual([200, [text, rating, '']])
  expect(added.html).toContain('Half typed')
  expect(fieldOf(added.html, 'seenVersionId')).not.toBe('')
  expect(questionsIn((await post('/edit', { alter: 'up-1' })).html)).toEqual([rating, text])
  const without = await post('/edit', { ...typed, alter: 'remove-0' })
  expect(questionsIn(without.html)).toEqual([rating])
  const removed = fieldOf(without.html, 'removed').replaceAll('&quot;', '"')
  expect(JSON.parse(removed)).toMatchObject({ at: 0, question: { words: { en: 'Half typed' } } })
  const { version } = await getProgram(w.ctx(), made.program.id)
  expect(version.content.questions).toEqual(made.questions)
})

it('says at the field what is missing, and keeps the rest', async () => {
  const { status, html } = await post('/edit', { 'questions[1].words.ja': '', 'questions[0].words.en': 'Changed' })
  expect([status, html.includes('Changed')]).toEqual([400, true])
  expect(html).toMatch(
    /name="questions\[1\]\.words\.ja"[^>]*aria-invalid="true"|aria-invalid="true"[^>]*name="questions\[1\]\.words\.ja"/,
  )
  const few = await post('/edit', {
    'questions[0].kind': 'choice',
    'questions[0].options[0].words.en': 'a',
    'questions[0].options[0].words.ja': 'b',
  })
  expect([few.status, few.html.includes('Give at least two choices.')]).toEqual([422, true])
})

it('previews what is typed, half-done too', async () => {
  const shown = await post('/preview/page?language=en&at=high&asks=1', {
    pace: 'all',
    'questions[0].words.en': 'What about {company}?',
    'questions[1].words.ja': '',
  })
  expect(shown.status).toBe(200)
  expect(shown.html).toContain('What about Sora?')
  expect(shown.html).toContain('How fast?')
  const low = await post('/preview/page?language=ja&at=low&asks=1', {})
  expect(low.html).toContain('ほかには。')
  expect(low.html).not.toContain('速さは。')
  const german = { 'wording.de.question': 'Wie zufrieden sind Sie?', 'questions[0].words.de': 'Was noch, {company}?' }
  const de = await post('/preview/page?language=de&at=high&asks=1', { pace: 'all', ...german })
  expect(de.html).toContain('Was noch, Sora?')
  expect(de.html).not.toContain('How fast?')
})

it('saves a new version with the same ids, and none when nothing changed', async () => {
  expect((await post('/edit', { 'questions[1].required': 'on' })).status).toBe(302)
  expect((await getProgram(w.ctx(), made.program.id)).version.number).toBe(2)
  expect((await post('/edit', { 'questions[1].required': 'on', 'questions[0].words.en': 'And?' })).status).toBe(302)
  const { version } = await getProgram(w.ctx(), made.program.id)
  expect(version.content.questions).toEqual([
    { ...made.questions[0]!, words: { en: 'And?', ja: 'ほかには。' } },
    made.questions[1],
  ])
  expect(version.number).toBe(3)
})

it('says in which of its languages a question is left out, and of no others', async () => {
  const gone = languages.filter((one) => !['en', 'ja', 'de', 'th'].includes(one))
  const takenOut = Object.fromEntries(gone.map((one, i) => [`takenOut[${i}]`, one]))
  const unspoken = Object.fromEntries(
    Object.keys(await fields()).flatMap((name) => (gone.some((one) => name.startsWith(`wording.${one}.`)) ? [[name, null]] : [])),
  ) // prettier-ignore
  expect((await post('/edit', { ...takenOut, ...unspoken, 'questions[0].words.th': 'มีอะไรอีกไหม' })).status).toBe(302)
  const reply = await served.fetch(`/programs/${made.program.id}/edit`, { cookie, headers: { accept: 'text/html' } })
  const html = await reply.text()
  expect([...html.matchAll(/Left out on pages in ([^:]*):/g)].map((m) => m[1])).toEqual(['German', 'German and Thai'])
})
