import { existsSync } from 'node:fs'
import { expect, it } from 'vitest'
import remixConfig from '../../remix.config.js'
import { permissions } from '#app/audit/can.ts'
import {
  brokenImports,
  handleOf,
  listed,
  serverInBrowser,
  strangeExports,
  unguarded,
} from '#test/architecture/framework.ts'
import { isRoute, readTree, source } from '#test/architecture/source.ts'

const tree = readTree()
const actions = Object.keys(permissions)
const routeFiles = tree.filter(({ path }) => isRoute(path)).map(({ path }) => path.slice('app/'.length))

it('single fetch and lazy discovery are off: Remix 2 carries a known hole in single fetch, and the answer pages are public', () => {
  expect(remixConfig.future).toMatchObject({ v3_singleFetch: false, v3_lazyRouteDiscovery: false })
})

it('every route says who may use it', () => {
  expect(unguarded(tree, actions)).toEqual([])
  const wrong = (text: string) => unguarded([source('app/cases/routes/a.tsx', text)], actions)
  expect(wrong('export const loader = () => null')).toHaveLength(1)
  expect(wrong(`export const handle = { title: words.a }`)).toHaveLength(1)
  expect(wrong(`export const handle = { access: 'cases.reed' }`)).toHaveLength(1)
  expect(wrong(`const handle = { access: 'cases.read' }`)).toHaveLength(1)
  expect(wrong(`export const handle = { access: 'cases.read' } satisfies Handle`)).toEqual([])
})

it('every route file is in the table of contents, and everything in it is there', () => {
  const names = listed(tree.find(({ path }) => path === 'app/routes.ts')!)
  expect(names.filter((name) => !existsSync(`app/${name}`))).toEqual([])
  expect(routeFiles.filter((name) => !names.includes(name))).toEqual([])
  expect(listed(source('app/routes.ts', `route('cases', 'cases/routes/index.tsx')`))).toEqual([
    'cases/routes/index.tsx',
  ])
})

it('a route exports nothing but what the framework knows', () => {
  expect(strangeExports(tree)).toEqual([])
  const wrong = (text: string) => strangeExports([source('app/cases/routes/a.tsx', text)])
  expect(wrong('export function read() {}')).toHaveLength(1)
  expect(wrong('export const size = 3')).toHaveLength(1)
  expect(wrong('const size = 3\nexport { size }')).toHaveLength(1)
  expect(wrong('export async function loader() {}\nexport default function Page() {}\nexport type A = 1')).toEqual([])
})

it('nobody imports data() or the remix package', () => {
  expect(brokenImports(tree)).toEqual([])
  expect(brokenImports([source('app/a.ts', `import { data } from '@remix-run/node'`)])).toHaveLength(1)
  expect(brokenImports([source('app/a.ts', `import { json } from 'remix'`)])).toHaveLength(1)
})

it('a public page is one of the customer’s, of sign-in or of the machine', () => {
  const open = tree
    .filter((file) => isRoute(file.path) && handleOf(file)?.access === 'public')
    .map(({ path }) => path.split('/')[1])
  const rooms = ['platform', 'email', 'access', 'answering', 'integrations']
  expect(open.filter((room) => !rooms.includes(room!))).toEqual([])
})

it('the browser’s half of a route reaches no server code', () => {
  expect(serverInBrowser(tree)).toEqual([])
  const wrong = (text: string) =>
    serverInBrowser([source('app/cases/routes/a.tsx', `import { tabs } from '../list.server.ts'\n${text}`)])
  expect(wrong('export default function Page() { return tabs.map(String) }')).toHaveLength(1)
  expect(wrong('const all = tabs\nexport default function Page() { return all }')).toHaveLength(1)
  expect(
    wrong('export const loader = () => tabs\nexport default function Page() { return useLoaderData<typeof loader>() }'),
  ).toEqual([])
})
