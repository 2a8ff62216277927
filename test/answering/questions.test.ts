import { beforeEach, describe, expect, it } from 'vitest'
import { getResponse } from '#app/responses/get-response.server.ts'
import { listResponses } from '#app/responses/list-responses.server.ts'
import { editProgram } from '#app/surveys/edit-program.server.ts'
import { getProgram } from '#app/surveys/get-program.server.ts'
import { events } from '#db/schema/audit.ts'
import { responseAnswers, responses } from '#db/schema/responses.ts'
import { answered, makeAsking, type Asks } from '#test/answering/after.ts'
import { fieldOf } from '#test/answering/browse.ts'
import { answerTo } from '#test/responses/make.ts'
import { editOf } from '#test/surveys/make.ts'
import { world, type World } from '#test/world.ts'
import { makeNonce } from '#app/responses/nonce.server.ts'

const asks: Asks = [
  {
    kind: 'choice',
    for: 'low',
    words: { en: 'What matters most at {company}?', ja: '{company} で最も大切な点は何ですか。' },
    options: [
      { words: { en: 'Speed', ja: '速さ' } },
      { words: { en: 'Price', ja: '価格' } },
      { words: { en: '', ja: '' } },
    ],
  },
  { kind: 'text', for: 'any', required: true, words: { en: 'What should we <fix>?', ja: '直すべき点は。' } },
  { kind: 'rating', for: 'any', words: { en: 'How was support?', ja: 'サポートはいかがでしたか。' } },
  {
    kind: 'multi',
    for: 'high',
    words: { en: 'Which parts do you use?', ja: 'お使いの機能は。' },
    options: [{ words: { en: 'Reports', ja: 'レポート' } }, { words: { en: 'Import', ja: '取り込み' } }],
  },
]

let w: World
beforeEach(async () => void (w = await world()))
const stored = async () =>
  (await w.store.db.select().from(responseAnswers)).map(({ questionId, value }) => ({ questionId, value }))
const said = async () => (await w.store.db.select().from(events)).filter((one) => one.type === 'responses.said_more')

async function asked(score: number, pace: 'one' | 'all' = 'one') {
  const { program, questions } = await makeAsking(w, asks, { pace })
  const one = await answered(w, score, { program })
  const [choice, text, rating, multi] = questions.map((question) => question.id) as [string, string, string, string]
  return { ...one, questions, ids: { choice, text, rating, multi } }
}

describe('one question a screen', () => {
  it('asks what its class is asked, keeps each answer at once, and ends with the thanks', async () => {
    const { ids, questions, open, send, follow, next } = await asked(2)
    const first = await open(next)
    expect(first.html).toContain('Thank you. One more question?')
    expect(first.html).toContain('Question 1 of 3')
    expect(first.html).toContain('What matters most at Sora?')
    expect(first.html).not.toMatch(/How was support|Which parts|<script|style="/)
    const option = questions[0]!.options![1]!.id
    const second = await send({ do: 'questions', asked: ids.choice, [`a.${ids.choice}`]: option })
    expect(second.status).toBe(303)
    expect(await stored()).toEqual([{ questionId: ids.choice, value: [option] }])
    const page = await follow(second.location)
    expect(page.html).toContain('Question 2 of 3')
    expect(page.html).toContain('What should we &lt;fix&gt;?')
    expect(page.html).toContain('Thank you, we have noted that.')
    expect(page.html).not.toContain('Skip this question')
    const third = await send({ do: 'questions', asked: ids.text, [`a.${ids.text}`]: ' 12\r\n' })
    expect((await follow(third.location)).html).toContain('How was support?')
    const done = await send({ do: 'questions', asked: ids.rating, [`a.${ids.rating}`]: '4' })
    const thanks = await follow(done.location)
    expect(thanks.html).toContain('will reply to you by')
    expect(await stored()).toEqual(
      expect.arrayContaining([
        { questionId: ids.text, value: ['12'] },
        { questionId: ids.rating, value: 4 },
      ]),
    )
    expect(await said()).toHaveLength(3)
  })

  it('may be skipped where no answer is needed, and then is not asked again on this way', async () => {
    const { ids, send, follow } = await asked(2)
    const skipped = await send({ do: 'questions', asked: ids.choice, skip: '1' })
    expect((await follow(skipped.location)).html).toContain('What should we')
    expect(await stored()).toEqual([])
    const refused = await send({ do: 'questions', asked: ids.text, skip: '1' }, '?thanks=1&q=1')
    expect([refused.status, refused.html.includes('Please answer this question before you go on.')]).toEqual([
      422,
      true,
    ])
    expect((await follow('?thanks=1&q=9')).html).toContain('What should we')
  })

  it('gives back what was typed when it is too long, and never on a later visit', async () => {
    const { ids, open, send } = await asked(2)
    const long = 'secret '.repeat(200)
    const refused = await send({ do: 'questions', asked: ids.text, [`a.${ids.text}`]: long }, '?thanks=1&q=1')
    expect(refused.status).toBe(422)
    expect(refused.html).toContain('at most 1,000 fit')
    expect(refused.html).toContain(long.trimEnd())
    expect(await stored()).toEqual([])
    await send({ do: 'questions', asked: ids.text, [`a.${ids.text}`]: 'secret' }, '?thanks=1&q=1')
    for (const query of ['?thanks=1', '?thanks=1&q=1', '?thanks=1&said=questions', ''])
      expect((await open(query)).html).not.toContain('secret')
  })

  it('posted twice is kept once; said anew it replaces what was said', async () => {
    const { ids, send } = await asked(2)
    const form = { do: 'questions', asked: ids.rating, [`a.${ids.rating}`]: '2' }
    for (let i = 0; i < 2; i++) expect((await send(form)).status).toBe(303)
    expect(await said()).toHaveLength(1)
    await send({ ...form, [`a.${ids.rating}`]: '5' })
    expect(await stored()).toEqual([{ questionId: ids.rating, value: 5 }])
  })

  it('is asked in Japanese on a Japanese page, and left out where its language is missing', async () => {
    const { open, ids } = await asked(2)
    const { html } = await open('?thanks=1&lang=ja')
    expect(html).toContain('Sora で最も大切な点は何ですか。')
    expect(html).toContain('質問 1 / 3')
    expect(html).not.toContain('Speed')
    expect(ids.choice).toMatch(/^que_/)
  })
})

describe('all at once', () => {
  it('keeps what is given, says what is missing, and keeps the other answers ticked', async () => {
    const { ids, questions, open, send } = await asked(10, 'all')
    expect((await open()).html.match(/<fieldset class="q"/g)).toHaveLength(2)
    const [a, b] = questions[3]!.options!
    const fields: [string, string][] = [
      ['do', 'questions'],
      ['asked', [ids.text, ids.rating, ids.multi].join()],
      [`a.${ids.multi}`, a!.id],
      [`a.${ids.multi}`, b!.id],
      [`a.${ids.text}`, '  '],
    ]
    const refused = await send(fields)
    expect([refused.status, refused.html.match(/ checked>/g)?.length]).toEqual([422, 2])
    expect(refused.html).toContain(`aria-describedby="e-${ids.text}"`)
    expect(await stored()).toEqual([{ questionId: ids.multi, value: [a!.id, b!.id] }])
    const after = await open()
    expect(after.html).not.toMatch(/Which parts| checked>/)
    expect(after.html).toContain('What should we')
  })
})

describe('hostile input', () => {
  it.each<[string, (ids: Record<string, string>) => [string, string][]]>([
    [
      'an unknown question',
      () => [
        ['asked', 'que_none'],
        ['a.que_none', 'x'],
      ],
    ],
    [
      'a question of another class',
      (ids) => [
        ['asked', ids.multi!],
        [`a.${ids.multi}`, 'x'],
      ],
    ],
    [
      'an unknown choice',
      (ids) => [
        ['asked', ids.choice!],
        [`a.${ids.choice}`, 'opt_none'],
      ],
    ],
    [
      'two choices of one',
      (ids) => [
        ['asked', ids.choice!],
        [`a.${ids.choice}`, 'a'],
        [`a.${ids.choice}`, 'b'],
      ],
    ],
    [
      'a rating outside',
      (ids) => [
        ['asked', ids.rating!],
        [`a.${ids.rating}`, '6'],
      ],
    ],
    [
      'a rating in words',
      (ids) => [
        ['asked', ids.rating!],
        [`a.${ids.rating}`, '4.5'],
      ],
    ],
    [
      'a score among the questions',
      (ids) => [
        ['asked', ids.rating!],
        ['a.__proto__', '1'],
      ],
    ],
    ['nothing asked', () => [['asked', '']]],
    [
      'a repeated field',
      (ids) => [
        ['asked', ids.rating!],
        ['asked', ids.text!],
        [`a.${ids.rating}`, '3'],
      ],
    ],
  ])('%s is refused kindly, and nothing is kept', async (_, fields) => {
    const { ids, send } = await asked(2)
    const reply = await send([['do', 'questions'], ...fields(ids)])
    expect(reply.status).toBe(400)
    expect(reply.html).toContain('We could not read what was sent.')
    expect(await stored()).toEqual([])
  })

  it('a page that nobody read, another page’s nonce, and no nonce at all are not taken', async () => {
    const { ids, send, customer, link } = await asked(2)
    const form = { do: 'questions', asked: ids.rating, [`a.${ids.rating}`]: '3' }
    const young = await send(form, '?thanks=1', 100)
    expect([young.status, young.html.includes(' checked>')]).toEqual([202, true])
    for (const nonce of ['', 'x', makeNonce(w.keys, link.id, w.now() - 9_000)])
      expect((await customer.post(link, { ...form, nonce, lang: 'en' })).status).toBe(400)
    expect(await stored()).toEqual([])
  })

  it('a nonce of these pages is no good for the score', async () => {
    const { open, customer, link } = await asked(2)
    const nonce = fieldOf((await open()).html, 'nonce')
    w.clock.advance(5_000)
    expect((await customer.post(link, { score: '9', nonce })).status).toBe(400)
    expect(await w.store.db.select().from(responses)).toMatchObject([{ score: 2 }])
  })

  it('before an answer there is nothing to say more to', async () => {
    const { program, questions } = await makeAsking(w, asks)
    const one = await answered(w, 11 as number, { program }) // not on the scale: refused
    const reply = await one.send({ do: 'questions', asked: questions[2]!.id, [`a.${questions[2]!.id}`]: '3' })
    expect([reply.status, await stored()]).toEqual([303, []])
  })
})

describe('what is stored', () => {
  it('is shown to staff in their language with its question, also after the score moved to another class', async () => {
    const { ids, questions, send, link } = await asked(2)
    await send({ do: 'questions', asked: ids.choice, [`a.${ids.choice}`]: questions[0]!.options![0]!.id })
    await send({ do: 'questions', asked: ids.text, [`a.${ids.text}`]: 'The export' }, '?thanks=1&q=1')
    w.clock.advance(5_000)
    const { recordAnswer } = await import('#app/loop/record-answer.server.ts')
    await recordAnswer(w.ctx({ kind: 'contact', id: null }), answerTo(w, link, 9, { age: 1_000, confirms: 9 }))
    const [row] = await w.store.db.select().from(responses)
    expect(row!.class).toBe('high')
    const { response } = await getResponse(w.ctx(), row!.id)
    expect(response.answers).toMatchObject([
      { for: 'low', question: { en: 'What matters most at Sora?' }, said: { en: 'Speed', ja: '速さ' } },
      { for: 'any', said: { en: 'The export', ja: 'The export' }, value: ['The export'] },
    ])
    expect((await listResponses(w.ctx())).responses[0]!.answers).toEqual(response.answers)
  })

  it('keeps its question when the words change: a new version with the same ids', async () => {
    const { program, questions } = await makeAsking(w, asks)
    const edit = await editOf(w, program.id)
    const again = questions.map((one) => ({ ...one, words: { ...one.words, en: `${one.words.en}!` } }))
    const { newVersion } = await editProgram(w.ctx(), {
      ...edit,
      withQuestions: true,
      questions: [again[1]!, again[0]!],
    })
    const { version } = await getProgram(w.ctx(), program.id)
    expect([newVersion, version.number]).toEqual([true, 3])
    expect(version.content.questions!.map((one) => one.id)).toEqual([questions[1]!.id, questions[0]!.id])
    expect(version.content.questions![1]!.options).toEqual(questions[0]!.options)
    const same = await editProgram(w.ctx(), { ...(await editOf(w, program.id)) })
    expect(same.newVersion).toBe(false)
  })

  it('refuses a choice among fewer than two, and a choice without one of its languages', async () => {
    const { program } = await makeAsking(w, [])
    const edit = await editOf(w, program.id)
    const one = (options: Asks[number]['options']): Asks => [
      { kind: 'choice', for: 'any', words: { en: 'a', ja: 'b' }, options },
    ]
    await expect(
      editProgram(w.ctx(), { ...edit, withQuestions: true, questions: one([{ words: { en: 'x', ja: 'y' } }]) }),
    ).rejects.toMatchObject({ fields: { 'questions[0].options': 'too_few_options' } })
    await expect(
      editProgram(w.ctx(), {
        ...edit,
        withQuestions: true,
        questions: one([{ words: { en: 'x' } }, { words: { en: 'x', ja: 'y' } }]),
      }),
    ).rejects.toMatchObject({ issues: [{ path: ['questions', 0, 'options', 0, 'words', 'ja'] }] })
  })
})
