import { expect, it } from 'vitest'
import { show, startEditing, stillStandard, takeOut } from '#app/surveys/editing-languages.ts'
import { questionsOf, standardWording } from '#app/surveys/wordings.ts'

it('a language is shown beside English, added when it is missing, and taken out again', () => {
  const start = startEditing(['en', 'ja', 'de'], 'en')
  expect([start.front, start.beside, start.opened]).toEqual(['en', 'ja', ['en', 'ja']])
  const german = show(start, 'de')
  expect([german.front, german.beside, german.opened]).toEqual(['de', 'de', ['en', 'ja', 'de']])
  const arabic = show(german, 'ar')
  expect(arabic.present).toEqual(['en', 'ja', 'de', 'ar'])
  const without = takeOut(arabic, 'ar')
  expect(without).toMatchObject({ present: ['en', 'ja', 'de'], out: ['ar'], front: 'en', beside: 'ja' })
  expect(show(without, 'ar')).toMatchObject({ present: ['en', 'ja', 'de', 'ar'], out: [], front: 'ar' })
  expect(takeOut(without, 'ja')).toEqual(without)
})

it('what a form without script brings is where it left off', () => {
  const now = startEditing(['en', 'ja', 'de', 'th'], 'en', {
    typed: ['en', 'ja', 'de', 'nonsense'],
    out: ['th'],
    show: 'ko',
  })
  expect(now).toMatchObject({ present: ['en', 'ja', 'de', 'ko'], out: ['th'], front: 'ko', beside: 'ko' })
  expect(now.opened).toEqual(['en', 'ja', 'de', 'ko'])
  expect(startEditing(['en', 'ja', 'de'], 'ja', { typed: ['de'], out: [], takeOut: 'de' })).toMatchObject({
    present: ['en', 'ja'],
    out: ['de'],
    opened: ['en', 'ja'],
    beside: 'ja',
  })
})

it('languages that still ask the standard question are named once the English one differs', () => {
  const standard = questionsOf(standardWording('nps', 'relationship'))
  expect(stillStandard(['en', 'ja', 'de'], standard, standard)).toEqual([])
  expect(stillStandard(['en', 'ja', 'de'], { ...standard, en: 'Why?', ja: 'なぜですか。' }, standard)).toEqual(['de'])
})
