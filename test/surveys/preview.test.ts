import { expect, it } from 'vitest'
import { renderSurveyPage } from '#app/answering/render-survey-page.server.ts'
import { surveyOf } from '#app/answering/survey-of.ts'
import type { Language } from '#app/platform/languages.ts'
import { editProgram } from '#app/surveys/edit-program.server.ts'
import { previewOf } from '#app/surveys/preview.server.ts'
import { standardWordingIn } from '#app/surveys/wordings.ts'
import { makeProgram } from '#test/responses/make.ts'
import { editOf } from '#test/surveys/make.ts'
import { world } from '#test/world.ts'

it('a preview shows what is typed in any language, and what is saved or standard for what is not typed', async () => {
  const w = await world()
  const program = await makeProgram(w)
  const edit = await editOf(w, program.id)
  const { en, ja } = edit.wording
  await editProgram(w.ctx(), { ...edit, wording: { en, ja }, takenOut: ['th'] })
  const shown = async (language: Language, typed: Record<string, string>) => {
    const form = new FormData()
    for (const [name, text] of Object.entries(typed)) form.append(name, text)
    const { wordings, locale, brand, organisation } = await previewOf(w.ctx(), program.id, language, form)
    const html = renderSurveyPage(surveyOf({ metric: 'nps', content: { wording: wordings }, brand, organisation }), {
      locale,
      cspNonce: 'x',
      door: false,
    })
    return [/<html lang="([^"]*)"/.exec(html)![1], /<h1>([^<]*)/.exec(html)![1]]
  }
  const thai = standardWordingIn('th', 'nps', 'relationship').question.replace('{company}', 'Sora')
  expect(await shown('de', { 'wording.de.question': 'Und?', 'wording.de.subject': '' })).toEqual(['de', 'Und?'])
  expect(await shown('ja', { 'wording.ja.question': '', 'wording.ja.followUp.low': '' })).toEqual([
    'ja',
    ja.question.replace('{company}', 'Sora'),
  ])
  expect(await shown('th', {})).toEqual(['en', en.question.replace('{company}', 'Sora')])
  expect(await shown('th', { 'wording.th.low': 'x', 'wording.th.thanks.mid': '' })).toEqual(['th', thai])
})
