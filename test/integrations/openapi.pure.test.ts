import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { openApiDocument } from '#app/integrations/openapi.server.ts'
import { openApiFaults } from '#test/integrations/openapi.ts'

type Part = Record<string, unknown>
const document = () => JSON.parse(JSON.stringify(openApiDocument('https://koe.example'))) as Part
/** A part of it, to be broken. */
const at = (of: Part, ...path: string[]) => path.reduce((part, name) => part[name] as Part, of)
const call = ['paths', '/api/v1/responses', 'get']
const code = ['components', 'schemas', 'Problem', 'properties']

it('the description of the API keeps the rules of OpenAPI 3.1', () => {
  expect(openApiFaults(document())).toEqual([])
})

it('describes every address of the API that there is, and none that is not', () => {
  const routes = [...readFileSync('app/routes.ts', 'utf8').matchAll(/route\('(api\/v1\/[^']+)'/g)].map(
    ([, path]) => `/${path}`,
  )
  const shown = routes.filter((path) => !/openapi\.json|\*/.test(path)).map((path) => path.replace(/:(\w+)/g, '{$1}'))
  expect(Object.keys(at(document(), 'paths')).sort()).toEqual(shown.sort())
})

it('what breaks a rule is found', () => {
  const broken: [string, (of: Part) => unknown][] = [
    ['version', (of) => (of.openapi = '3.0.3')],
    ['title', (of) => delete at(of, 'info').title],
    ['reference', (of) => (at(of, ...code).code = { $ref: '#/components/schemas/None' })],
    ['nullable', (of) => (at(of, ...code, 'code').nullable = true)],
    ['type', (of) => (at(of, ...code, 'code').type = 'text')],
    ['required', (of) => (at(of, 'components', 'schemas', 'Problem').required = ['unheard-of'])],
    ['parameter', (of) => (at(of, ...call).parameters = [{ in: 'query', schema: {} }])],
    ['template', (of) => (at(of, 'paths')['/api/v1/things/{id}'] = { get: { responses: { 200: { description: 'x' } } } })], // prettier-ignore
    ['description', (of) => delete at(of, ...call, 'responses', '200').description],
    ['responses', (of) => (at(of, ...call).responses = {})],
    ['status', (of) => (at(of, ...call, 'responses')['2OO'] = { description: 'x' })],
    ['security', (of) => (at(of, ...call).security = [{ password: [] }])],
  ]
  for (const [word, breakIt] of broken) {
    const one = document()
    breakIt(one)
    expect([word, ...openApiFaults(one)].join('\n')).toMatch(new RegExp(`\n.*${word}`))
  }
})
