import { describe, expect, it } from 'vitest'
import { answeringWords } from '#app/answering/words.ts'
import { directionOf, languages, type Language } from '#app/platform/languages.ts'
import { editProgram } from '#app/surveys/edit-program.server.ts'
import { getProgram } from '#app/surveys/get-program.server.ts'
import { standardWording } from '#app/surveys/wordings.ts'
import { scoreDeltas } from '#db/schema/insights.ts'
import { responses } from '#db/schema/responses.ts'
import { chosenIn, commentOf, customerOf, fieldOf } from '#test/answering/browse.ts'
import { makeInvitation, makeProgram } from '#test/responses/make.ts'
import { editOf } from '#test/surveys/make.ts'
import { world, type World } from '#test/world.ts'

type Program = Awaited<ReturnType<typeof makeProgram>>

const wording = standardWording('nps', 'relationship')

/** What a page can say in a language: its texts between the values that are filled in, as they stand in HTML. */
function sayings(language: Language): string[] {
  const { followUp, thanks, ...rest } = wording[language]
  const texts = [...Object.values(rest), ...Object.values(followUp), ...Object.values(thanks)]
  for (const phrase of Object.values(answeringWords)) texts.push(phrase[language])
  // What is written without spaces says as much with half the letters.
  const telling = /^[ -\u024f]*$/.test(wording[language].question) ? 12 : 7
  return texts
    .flatMap((text) => text.split(/\{[^}]*\}/))
    .map((text) => text.trim())
    .filter((text) => text.length > telling && !text.includes('&'))
}
const said = new Map(languages.map((one) => [one, sayings(one)]))

/** Texts of other languages on a page in this one. */
const strangers = (html: string, language: Language) => {
  const own = said.get(language)!.join('\n')
  return languages
    .filter((one) => one !== language)
    .flatMap((one) => said.get(one)!.filter((text) => html.includes(text) && !own.includes(text)))
}

async function inviteIn(w: World, program: Program, language: Language | null) {
  const contact = await w.contact({ language, name: 'Ann Lee' })
  return makeInvitation(w, program, contact, { language: language ?? 'en' })
}

describe('a page in one language', () => {
  it.each(languages)(
    'has no word of another: %s',
    async (language) => {
      const w = await world()
      const customer = customerOf(w)
      const invitation = await inviteIn(w, await makeProgram(w), language)
      const opened = await customer.open(invitation, '?score=9')
      w.clock.advance(10_000)
      const form = { score: '9', comment: 'x', nonce: fieldOf(opened.html, 'nonce'), lang: language }
      const pages = [
        opened,
        await customer.post(invitation, { ...form, score: '' }),
        await customer.post(invitation, { ...form, switch: 'list' }),
        await customer.unsubscribe(invitation),
        await customer.openToken(`none?lang=${language}`),
      ]
      const sent = await customer.post(invitation, form)
      expect(sent.location).toMatch(new RegExp(`\\?thanks=1&lang=${language}$`))
      pages.push(await customer.open(invitation, '?thanks=1'), await customer.open(invitation))
      pages.push(await customer.post(invitation, { ...form, score: '2' }))
      pages.push(await customer.unsubscribe(invitation, { scope: 'all' }))
      for (const { html } of pages) {
        if (html.includes(`<html lang="${language}"`)) expect(strangers(html, language)).toEqual([])
        else expect(html).toContain('<html lang="en">') // an unknown link tells nothing, not even a language
      }
      expect(pages.filter(({ html }) => html.includes(`<html lang="${language}"`)).length).toBeGreaterThanOrEqual(8)
      const isRightToLeft = directionOf(language) === 'rtl'
      expect(opened.html.includes(`<html lang="${language}" dir="rtl">`)).toBe(isRightToLeft)
      expect(Buffer.byteLength(opened.html)).toBeLessThan(11_000)
      // The answer is known by the language that its page was read in.
      expect(await w.store.db.select().from(responses)).toMatchObject([{ language, score: 9 }])
      expect((await w.store.db.select().from(scoreDeltas)).map((row) => row.language)).toEqual([language])
    },
    30_000,
  )

  it('what is not there is found', () => {
    expect(strangers('<p>Receive no more surveys</p>', 'de')).toEqual([
      'Receive no more surveys',
      'Receive no more surveys',
    ])
    expect(strangers('<p>回答を送信する</p>', 'zh-Hant')).toEqual([])
    expect(strangers('<p>アンケートの配信を停止する</p>', 'zh-Hant').length).toBeGreaterThan(0)
  })
})

describe('a survey that does not speak a language', () => {
  /** A program that is asked in English, Japanese and Korean. */
  async function narrow(w: World) {
    const program = await makeProgram(w)
    const edit = await editOf(w, program.id)
    const takenOut = languages.filter((one) => !['en', 'ja', 'ko'].includes(one)) as Exclude<Language, 'en' | 'ja'>[]
    await editProgram(w.ctx(), { ...edit, wording: { en: edit.wording.en, ja: edit.wording.ja }, takenOut })
    return (await getProgram(w.ctx(), program.id)).program
  }

  it('is shown whole in the first one it speaks: asked, contact’s, browser’s, invitation’s, English', async () => {
    const w = await world()
    const program = await narrow(w)
    const of = async (contact: Language | null, browser: string, query = '', invitation: Language = 'en') => {
      const person = await w.contact({ language: contact })
      const link = await makeInvitation(w, program, person, { language: invitation })
      const { html } = await customerOf(w, { 'accept-language': browser }).open(link, query)
      return /<html lang="([^"]*)"/.exec(html)![1]
    }
    expect(await of('de', 'fr, ja;q=0.4')).toBe('ja')
    expect(await of('de', 'fr', '', 'ko')).toBe('ko')
    expect(await of('de', 'fr', '', 'th')).toBe('en')
    expect(await of('ko', 'ja')).toBe('ko')
    expect(await of('ko', 'ja', '?lang=ja')).toBe('ja')
    expect(await of('ko', 'ja', '?lang=ar')).toBe('ko')
    expect(await of(null, 'ko-KR')).toBe('ko')
  })

  it('offers the few others side by side, and no other', async () => {
    const w = await world()
    const { html } = await customerOf(w).open(await inviteIn(w, await narrow(w), 'en'))
    expect([...html.matchAll(/name="switch" value="([^"]*)"/g)].map((found) => found[1])).toEqual(['ja', 'ko'])
  })
})

it('the list of languages keeps the score and the comment, marks the one that is read, and records nothing', async () => {
  const w = await world()
  const customer = customerOf(w)
  const invitation = await inviteIn(w, await makeProgram(w), 'de')
  const { html } = await customer.open(invitation, '?score=3')
  w.clock.advance(10_000)
  const typed = { score: '3', comment: 'half <done>\nand more', nonce: fieldOf(html, 'nonce'), lang: 'de' }
  const list = await customer.post(invitation, { ...typed, switch: 'list' })
  expect(list.status).toBe(200)
  expect(list.html).toContain('<html lang="de">')
  expect(list.html.match(/name="switch"/g)).toHaveLength(18)
  expect(list.html).toContain('value="de" lang="de" aria-current="true">Deutsch')
  const hidden = { score: fieldOf(list.html, 'score'), nonce: fieldOf(list.html, 'nonce'), lang: 'de' }
  expect(list.html).toContain('name="comment" value="half &lt;done&gt;\nand more"')
  const back = await customer.post(invitation, { ...hidden, comment: typed.comment, switch: 'he' })
  expect([back.status, chosenIn(back.html), commentOf(back.html)]).toEqual([200, '3', 'half &lt;done&gt;\nand more'])
  expect(back.html).toContain('<html lang="he" dir="rtl">')
  expect(await w.store.db.select().from(responses)).toEqual([])
})
