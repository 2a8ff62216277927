import { readdirSync, readFileSync } from 'node:fs'
import { posix } from 'node:path'
import ts from 'typescript'

/** One file as the rules see it. */
export interface Source {
  /** From the root of the repository: `app/cases/sla.ts`. */
  readonly path: string
  readonly text: string
  readonly syntax: ts.SourceFile
  readonly imports: Import[]
}

export interface Import {
  /** A path of this repository, or the name of a package. */
  readonly target: string
  readonly names: string[]
  /** Erased when compiled. */
  readonly type: boolean
  /** `import('…')`, loaded when first needed. */
  readonly lazy: boolean
}

let tree: Source[] | undefined

/** Every source file of `app`, `db` and `test`, read once in a process: taking two thousand files apart takes ten seconds. */
export function readTree(): Source[] {
  return (tree ??= ['app', 'db', 'test'].flatMap((folder) =>
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && /\.(ts|tsx|js|mjs)$/.test(entry.name))
      .map((entry) => posix.join(entry.parentPath.replaceAll('\\', '/'), entry.name))
      .map((path) => source(path, readFileSync(path, 'utf8'))),
  ))
}

/** A file from its text: the tree's, or the bad sample that shows that a rule can fail. */
export function source(path: string, text: string): Source {
  const kind = path.endsWith('.tsx') ? ts.ScriptKind.TSX : ts.ScriptKind.TS
  const syntax = ts.createSourceFile(path, text, ts.ScriptTarget.ES2022, true, kind)
  return { path, text, syntax, imports: importsOf(path, syntax) }
}

const walked = new WeakMap<ts.Node, ts.Node[]>()

/** Every node of a file, parents first. */
export function nodes(root: ts.Node): ts.Node[] {
  const known = walked.get(root)
  if (known) return known
  const found: ts.Node[] = []
  const visit = (node: ts.Node) => {
    found.push(node)
    ts.forEachChild(node, visit)
  }
  visit(root)
  walked.set(root, found)
  return found
}

function importsOf(path: string, syntax: ts.SourceFile): Import[] {
  const found: Import[] = []
  for (const node of nodes(syntax)) {
    if (
      (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) &&
      node.moduleSpecifier &&
      ts.isStringLiteral(node.moduleSpecifier)
    ) {
      const target = resolve(path, node.moduleSpecifier.text)
      if (ts.isImportDeclaration(node))
        found.push({ target, names: namesOf(node), type: node.importClause?.isTypeOnly ?? false, lazy: false })
      else found.push({ target, names: [], type: node.isTypeOnly, lazy: false })
    }
    if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
      const [to] = node.arguments
      if (to && ts.isStringLiteral(to))
        found.push({ target: resolve(path, to.text), names: [], type: false, lazy: true })
    }
  }
  return found
}

function namesOf(node: ts.ImportDeclaration): string[] {
  const named = node.importClause?.namedBindings
  if (!named || !ts.isNamedImports(named)) return []
  return named.elements.map((element) => (element.propertyName ?? element.name).text)
}

function resolve(from: string, specifier: string): string {
  const clean = specifier.replace(/\?.*$/, '')
  if (clean.startsWith('#')) return clean.slice(1)
  if (clean.startsWith('.')) return posix.normalize(posix.join(posix.dirname(from), clean))
  return clean
}

/** `app/cases/routes/case.tsx` → `cases`; null for what stands above the rooms. */
export function roomOf(path: string): string | null {
  return /^app\/([^/]+)\//.exec(path)?.[1] ?? /^db\/(?:schema|enums)\/([^/-]+)(?:-[^/]+)?\.ts$/.exec(path)?.[1] ?? null
}

export const isRoute = (path: string) => /^app\/[^/]+\/routes\//.test(path)
