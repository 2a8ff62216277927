import { readdirSync } from 'node:fs'
import { expect, it } from 'vitest'
import {
  environment,
  fileNames,
  inlineStyles,
  leftovers,
  purity,
  tooLong,
  vagueNames,
} from '#test/architecture/kinds.ts'
import { readTree, source } from '#test/architecture/source.ts'

const tree = readTree()

it('the top level holds the house and nothing else', () => {
  const house = [
    'app',
    'db',
    'public',
    'test',
    'package.json',
    'tsconfig.json',
    'remix.config.js',
    'tailwind.config.ts',
    'README.md',
    'package-lock.json',
    'LICENSE',
  ]
  const made = ['node_modules', 'build', 'data']
  const strange = readdirSync('.').filter(
    (name) => !name.startsWith('.') && ![...house, ...made].includes(name) && !name.endsWith('.log'),
  )
  expect(strange).toEqual([])
})

it('a file is named by its kind', () => {
  expect(fileNames(tree)).toEqual([])
  const wrong = [
    'app/cases/SLA.ts',
    'app/cases/resolve_case.server.ts',
    'app/cases/a.test.ts',
    'test/cases/resolveCase.test.ts',
    'app/cases/a.js',
  ]
  expect(fileNames(wrong.map((path) => source(path, '')))).toEqual(wrong)
})

it('a name says what is inside', () => {
  expect(vagueNames(tree.map((file) => file.path))).toEqual([])
  const wrong = [
    'app/cases/utils.ts',
    'app/cases/case-helpers.ts',
    'app/services/a.ts',
    'app/cases/case-manager.server.ts',
    'app/common.ts',
  ]
  expect(vagueNames([...wrong, 'app/cases/serviceable.ts'])).toEqual(wrong)
})

it('rules and parts are pure; only *.server.ts touches the database', () => {
  expect(purity(tree)).toEqual([])
  const wrong = (path: string, text: string) => purity([source(path, text)])
  expect(wrong('app/cases/sla.ts', `import { cases } from '#db/schema/cases.ts'`)).toHaveLength(1)
  expect(wrong('app/cases/sla.ts', `import { find } from './find.server.ts'`)).toHaveLength(1)
  expect(wrong('app/cases/row.tsx', `import { find } from './find.server.ts'`)).toHaveLength(1)
  expect(wrong('app/cases/routes/case.tsx', `import { cases } from '#db/schema/cases.ts'`)).toHaveLength(1)
  expect(wrong('app/cases/routes/case.tsx', `import { find } from '../find.server.ts'`)).toEqual([])
  expect(wrong('app/cases/sla.ts', `import type { Case } from '#db/schema/cases.ts'`)).toEqual([])
  expect(wrong('app/cases/sla.ts', `import { caseStates } from '#db/enums/cases.ts'`)).toEqual([])
})

it('one file reads the environment', () => {
  expect(environment(tree)).toEqual([])
  expect(environment([source('app/cases/a.server.ts', 'const port = process.env.PORT')])).toHaveLength(1)
  expect(environment([source('app/cases/a.server.ts', `const { PORT } = globalThis.process.env`)])).toHaveLength(1)
})

it('no file is longer than 300 lines', () => {
  expect(tooLong(tree)).toEqual([])
  expect(tooLong([source('app/a.ts', '1\n'.repeat(301))])).toHaveLength(1)
})

it('nothing is left for later, and no test is skipped or mocks our own modules', () => {
  expect(leftovers(tree)).toEqual([])
  expect(leftovers([source('app/a.ts', `// ${'TO'}DO later`)])).toHaveLength(1)
  expect(leftovers([source('test/a.test.ts', `it.skip('x', () => {})`)])).toHaveLength(1)
  expect(leftovers([source('test/a.test.ts', `vi.mock('#app/a.ts')`)])).toHaveLength(1)
})

it('no page has a style attribute, which our policy would block', () => {
  expect(inlineStyles(tree)).toEqual([])
  expect(inlineStyles([source('app/ui/a.tsx', `const a = <b style={{ color: 'red' }} />`)])).toHaveLength(1)
  expect(
    inlineStyles([
      source(
        'app/email/a.server.tsx',
        `import { Text } from '@react-email/text'\nconst a = <b style={{ color: 'red' }} />`,
      ),
    ]),
  ).toEqual([])
})
