import { expect, test } from 'vitest'
import { previewPath, viewOfField } from '#app/surveys/preview-view.ts'

test('a field is previewed where the customer reads it', () => {
  const now = { kind: 'page', language: 'en' } as const
  expect(viewOfField('wording.ja.subject', now)).toEqual({ kind: 'mail', language: 'ja' })
  expect(viewOfField('wording.ja.followUp.mid', now)).toEqual({ kind: 'page', language: 'ja', at: 'mid' })
  expect(viewOfField('wording.en.thanks.low', now)).toEqual({ kind: 'page', language: 'en', at: 'low', thanks: true })
  expect(viewOfField('wording.ja.why', { kind: 'mail', language: 'en' })).toEqual({ kind: 'mail', language: 'ja' })
  expect(viewOfField('brandId', now)).toBe(now)
})

test('the address of a preview names what it shows', () => {
  expect(previewPath('prg_1', { kind: 'mail', language: 'ja', at: 'low' })).toBe('/programs/prg_1/preview/mail?language=ja') // prettier-ignore
  expect(previewPath('prg_1', { kind: 'page', language: 'en', at: 'high', thanks: true })).toBe(
    '/programs/prg_1/preview/page?language=en&at=high&thanks=1',
  )
})
