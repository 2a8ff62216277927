import ts from 'typescript'
import { isRoute, nodes, type Source } from '#test/architecture/source.ts'

const isServer = (path: string) => /\.server\.tsx?$/.test(path)
const inApp = (file: Source) => file.path.startsWith('app/')

/** `noun.ts`, `verb-noun.server.ts`, `part.tsx`; routes may carry the marks of the router. */
export function fileNames(tree: Source[]): string[] {
  const room = /^app\/(?:[a-z-]+\/)*[a-z0-9]+(?:-[a-z0-9]+)*(?:\.(?:server|client))?\.tsx?$/
  const above =
    /^app\/(?:setup\.js|server\.js|background\.js|command\.js|vite\.config\.ts|(?:env|small)\.d\.ts|[a-z-]+(?:\.(?:server|client))?\.tsx?)$/
  const test =
    /^test\/(?:[a-z0-9-]+\/)*[a-z0-9-]+(?:\.(?:pure|own|server|browser|slow))?(?:\.test|\.config)?\.(?:tsx?|js)$/
  return tree
    .map(({ path }) => path)
    .filter((path) =>
      path.startsWith('app/') ? !room.test(path) && !above.test(path) : path.startsWith('test/') && !test.test(path),
    )
}

const vague = /(?:^|[-_.])(?:utils?|misc|helpers?|common|managers?|services?)(?=[-_.]|$)/i

/** Names that say nothing about what is inside. */
export function vagueNames(paths: string[]): string[] {
  return paths.filter((path) => path.split('/').some((part) => vague.test(part)))
}

/**
 * Rules and parts are pure (and may reach the browser, whose build refuses server code): only `*.server.ts` reaches the database or other
 * server code, and routes call those. Enumerations are words, not database.
 */
export function purity(tree: Source[]): string[] {
  const found: string[] = []
  for (const file of tree.filter(inApp)) {
    if (isServer(file.path) || /^app\/[^/]+$/.test(file.path)) continue
    for (const to of file.imports) {
      if (to.type) continue
      if (to.target.startsWith('db/') && !to.target.startsWith('db/enums/'))
        found.push(`${file.path} imports ${to.target}: only *.server.ts touches the database`)
      if (isServer(to.target) && !isRoute(file.path))
        found.push(`${file.path} imports ${to.target}: name it *.server, or keep it pure`)
    }
  }
  return found
}

/** What the launcher needs before anything is built; everybody else asks `env.server.ts`. */
const readsEnvironment = ['app/platform/env.server.ts', 'app/server.js', 'app/setup.js', 'app/command.js']

export function environment(tree: Source[]): string[] {
  return tree
    .filter((file) => inApp(file) && !readsEnvironment.includes(file.path))
    .filter((file) =>
      nodes(file.syntax).some(
        (node) => ts.isPropertyAccessExpression(node) && /^(globalThis\.)?process\.env$/.test(node.getText()),
      ),
    )
    .map((file) => `${file.path} reads process.env`)
}

export function tooLong(tree: Source[], most = 300): string[] {
  return tree
    .map((file) => [file.path, file.text.trimEnd().split('\n').length] as const)
    .filter(([, lines]) => lines > most)
    .map(([path, lines]) => `${path} has ${lines} lines`)
}

/** What was left for later, and tests that don't run. */
export function leftovers(tree: Source[]): string[] {
  const words = new RegExp(['TO' + 'DO', 'FIX' + 'ME', 'X' + 'XX'].map((word) => `\\b${word}\\b`).join('|'))
  const found: string[] = []
  for (const file of tree) {
    if (words.test(file.text)) found.push(`${file.path} leaves something for later`)
    if (!file.path.startsWith('test/')) continue
    for (const node of nodes(file.syntax)) {
      if (
        ts.isPropertyAccessExpression(node) &&
        /^(it|test|describe)\.(skip|only|todo|skipIf|runIf|fails)$/.test(node.getText())
      )
        found.push(`${file.path}: ${node.getText()}`)
      if (ts.isCallExpression(node) && /^(vi|vitest)\.(mock|doMock)$/.test(node.expression.getText()))
        found.push(`${file.path} mocks ${node.arguments[0]?.getText()}`)
    }
  }
  return found
}

/** Our policy blocks style attributes in pages; mail needs them. */
export function inlineStyles(tree: Source[]): string[] {
  return tree
    .filter(
      (file) =>
        inApp(file) && file.path.endsWith('.tsx') && !file.imports.some((to) => to.target.startsWith('@react-email/')),
    )
    .filter((file) => nodes(file.syntax).some((node) => ts.isJsxAttribute(node) && node.name.getText() === 'style'))
    .map((file) => `${file.path} has a style attribute`)
}
