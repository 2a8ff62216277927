import { isRoute, roomOf, type Source } from '#test/architecture/source.ts'

/** A room imports only rooms above it. */
export const rooms = [
  'platform',
  'audit',
  'statistics',
  'ui',
  'jobs',
  'email',
  'access',
  'notifications',
  'accounts',
  'surveys',
  'delivery',
  'responses',
  'voices',
  'cases',
  'advocacy',
  'insights',
  'improvements',
  'loop',
  'answering',
  'integrations',
  // Plays a company through the verbs of all the others; it has no tables.
  'demo',
]

/** Files that stand above the rooms: `app/routes.ts`, `app/root.tsx`, `app/words.ts`, … */
const isAbove = (path: string) => /^app\/[^/]+$/.test(path)

export function roomOrder(tree: Source[]): string[] {
  const found: string[] = []
  for (const file of tree) {
    const room = roomOf(file.path)
    if (room !== null && !rooms.includes(room)) found.push(`${file.path}: there is no room ${room}`)
    if (room === null || isRoute(file.path)) continue
    for (const to of file.imports) {
      const other = roomOf(to.target)
      if (isAbove(to.target)) found.push(`${file.path} imports ${to.target}, which stands above the rooms`)
      if (other !== null && rooms.indexOf(other) > rooms.indexOf(room))
        found.push(`${file.path} imports ${to.target}: ${other} comes after ${room}`)
    }
  }
  return found
}

/** The database knows of the product only its platform. */
export function databaseBelow(tree: Source[]): string[] {
  return tree
    .filter((file) => file.path.startsWith('db/'))
    .flatMap((file) =>
      file.imports
        .filter((to) => to.target.startsWith('app/') && roomOf(to.target) !== 'platform')
        .map((to) => `${file.path} imports ${to.target}`),
    )
}

export function routesAreLeaves(tree: Source[]): string[] {
  return tree.flatMap((file) =>
    file.imports
      .filter((to) => isRoute(to.target) && !file.path.startsWith('test/'))
      .map((to) => `${file.path} imports the route ${to.target}`),
  )
}

/** No code outside `test` imports from `test`. */
export function testsStayOut(tree: Source[]): string[] {
  return tree
    .filter((file) => !file.path.startsWith('test/'))
    .flatMap((file) =>
      file.imports.filter((to) => to.target.startsWith('test/')).map((to) => `${file.path} imports ${to.target}`),
    )
}

/** Each circle once, as `a → b → a`. Types and lazy imports make none. */
export function cycles(tree: Source[]): string[] {
  const known = new Map(tree.map((file) => [file.path, file]))
  const state = new Map<string, 'open' | 'done'>()
  const trail: string[] = []
  const found: string[] = []
  const visit = (path: string) => {
    state.set(path, 'open')
    trail.push(path)
    for (const to of known.get(path)!.imports) {
      if (to.type || to.lazy || !known.has(to.target)) continue
      if (state.get(to.target) === 'open') found.push([...trail.slice(trail.indexOf(to.target)), to.target].join(' → '))
      if (!state.has(to.target)) visit(to.target)
    }
    trail.pop()
    state.set(path, 'done')
  }
  for (const path of known.keys()) if (!state.has(path)) visit(path)
  return found
}

/** Every import of our own names a file that is there. */
export function missing(tree: Source[], exists: (path: string) => boolean): string[] {
  return tree.flatMap((file) =>
    file.imports
      .filter((to) => /^(app|db|test)\//.test(to.target) && !exists(to.target))
      .map((to) => `${file.path} imports ${to.target}, which is not there`),
  )
}
