import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { openApiDocument } from '#app/integrations/openapi.server.ts'
import { openApiFaults } from '#test/integrations/openapi.ts'

const document = () => JSON.parse(JSON.stringify(openApiDocument('https://koe.example'))) as Record<string, never>

it('the description of the API keeps the rules of OpenAPI 3.1', () => {
  expect(openApiFaults(document())).toEqual([])
})

it('describes every address of the API that there is, and none that is not', () => {
  const routes = [...readFileSync('app/routes.ts', 'utf8').matchAll(/route\('(api\/v1\/[^']+)'/g)].map(
    ([, path]) => `/${path}`,
  )
  const shown = routes.filter((path) => !/openapi\.json|\*/.test(path)).map((path) => path.replace(/:(\w+)/g, '{$1}'))
  expect(Object.keys(document().paths!).sort()).toEqual(shown.sort())
})

it('what breaks a rule is found', () => {
  const broken: [string, (of: any) => void][] = [
    ['version', (of) => (of.openapi = '3.0.3')],
    ['title', (of) => delete of.info.title],
    ['reference', (of) => (of.components.schemas.Problem.properties.code = { $ref: '#/components/schemas/None' })],
    ['nullable', (of) => (of.components.schemas.Problem.properties.code.nullable = true)],
    ['type', (of) => (of.components.schemas.Problem.properties.code.type = 'text')],
    ['required', (of) => of.components.schemas.Problem.required.push('unheard-of')],
    ['parameter', (of) => of.paths['/api/v1/responses'].get.parameters.push({ name: 'x', in: 'form' })],
    ['template', (of) => (of.paths['/api/v1/things/{id}'] = { get: { responses: { 200: { description: 'x' } } } })],
    ['description', (of) => delete of.paths['/api/v1/responses'].get.responses['200'].description],
    ['responses', (of) => (of.paths['/api/v1/responses'].get.responses = {})],
    ['status', (of) => (of.paths['/api/v1/responses'].get.responses['2OO'] = { description: 'x' })],
    ['security', (of) => (of.paths['/api/v1/responses'].get.security = [{ password: [] }])],
  ]
  for (const [word, breakIt] of broken) {
    const one = document()
    breakIt(one)
    expect([word, ...openApiFaults(one)].join('\n')).toMatch(new RegExp(`\n.*${word}`))
  }
})
