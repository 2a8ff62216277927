import ts from 'typescript'
import { isRoute, nodes, type Source } from '#test/architecture/source.ts'

/** The `handle` that a route exports, property by property in source text; null when it exports none. */
export function handleOf(file: Source): Record<string, string> | null {
  for (const statement of file.syntax.statements) {
    if (
      !ts.isVariableStatement(statement) ||
      !statement.modifiers?.some((word) => word.kind === ts.SyntaxKind.ExportKeyword)
    )
      continue
    for (const declared of statement.declarationList.declarations) {
      if (declared.name.getText() !== 'handle' || !declared.initializer) continue
      let value: ts.Expression = declared.initializer
      while (ts.isSatisfiesExpression(value) || ts.isAsExpression(value)) value = value.expression
      if (!ts.isObjectLiteralExpression(value)) return {}
      const found: Record<string, string> = {}
      for (const property of value.properties) {
        if (!ts.isPropertyAssignment(property)) continue
        const given: ts.Expression = ts.isAsExpression(property.initializer)
          ? property.initializer.expression
          : property.initializer
        found[property.name.getText()] = ts.isStringLiteral(given) ? given.text : given.getText()
      }
      return found
    }
  }
  return null
}

/** Every route says who may use it, in a word that the permission table knows. */
export function unguarded(tree: Source[], actions: string[]): string[] {
  const known = new Set([...actions, 'signed-in', 'public'])
  return tree
    .filter(({ path }) => isRoute(path))
    .flatMap((file) => {
      const access = handleOf(file)?.access
      if (access === undefined) return [`${file.path} exports no handle.access`]
      return known.has(access) ? [] : [`${file.path} names the unknown action ${access}`]
    })
}

/** The files that `app/routes.ts` names, relative to `app`. */
export function listed(routes: Source): string[] {
  return nodes(routes.syntax)
    .filter(ts.isStringLiteral)
    .map((node) => node.text)
    .filter((text) => /\/routes\/.+\.tsx?$/.test(text))
    .map((text) => text.replace(/^\.\//, ''))
}

/** Exports that Remix knows. Anything else that touches server code would break the browser's build. */
const routeExports = new Set([
  'default',
  'loader',
  'action',
  'handle',
  'meta',
  'links',
  'headers',
  'ErrorBoundary',
  'shouldRevalidate',
  'clientLoader',
  'clientAction',
  'HydrateFallback',
  'Layout',
])

export function strangeExports(tree: Source[]): string[] {
  const found: string[] = []
  for (const file of tree.filter(({ path }) => isRoute(path))) {
    for (const statement of file.syntax.statements) {
      if (ts.isInterfaceDeclaration(statement) || ts.isTypeAliasDeclaration(statement)) continue
      if (ts.isExportDeclaration(statement) && statement.exportClause && ts.isNamedExports(statement.exportClause)) {
        found.push(
          ...statement.exportClause.elements
            .map((one) => one.name.text)
            .filter((name) => !routeExports.has(name))
            .map((name) => `${file.path} exports ${name}`),
        )
        continue
      }
      if (
        !ts.canHaveModifiers(statement) ||
        !ts.getModifiers(statement)?.some((word) => word.kind === ts.SyntaxKind.ExportKeyword)
      )
        continue
      const names = ts.isVariableStatement(statement)
        ? statement.declarationList.declarations.map((one) => one.name.getText())
        : ts.isFunctionDeclaration(statement) || ts.isClassDeclaration(statement)
          ? [
              ts.getModifiers(statement)!.some((word) => word.kind === ts.SyntaxKind.DefaultKeyword)
                ? 'default'
                : (statement.name?.text ?? 'default'),
            ]
          : []
      found.push(...names.filter((name) => !routeExports.has(name)).map((name) => `${file.path} exports ${name}`))
    }
  }
  return found
}

/** `data()` is silently broken without single fetch, and the `remix` package throws when imported. */
export function brokenImports(tree: Source[]): string[] {
  return tree.flatMap((file) =>
    file.imports
      .filter(
        (to) =>
          to.target === 'remix' ||
          (/^@remix-run\/(node|react|server-runtime)$/.test(to.target) && to.names.includes('data')),
      )
      .map((to) => `${file.path} imports ${to.target === 'remix' ? 'remix' : 'data'}`),
  )
}

const serverExports = new Set(['loader', 'action', 'headers'])

/**
 * The names by which a route's browser half reaches server code: Remix cuts `loader`, `action` and `headers` away, and
 * refuses to build what is still imported after that.
 */
export function serverInBrowser(tree: Source[]): string[] {
  return tree
    .filter(({ path }) => isRoute(path) && path.endsWith('.tsx'))
    .flatMap((file) => {
      const server = new Set(
        file.imports.filter((to) => !to.type && /\.server\.tsx?$/.test(to.target)).flatMap((to) => to.names),
      )
      const bodies = new Map<string, ts.Node>()
      const roots: ts.Node[] = []
      for (const statement of file.syntax.statements) {
        if (ts.isImportDeclaration(statement)) continue
        const names = ts.isVariableStatement(statement)
          ? statement.declarationList.declarations.map((one) => one.name.getText())
          : ts.isFunctionDeclaration(statement) && statement.name
            ? [statement.name.text]
            : []
        for (const name of names) bodies.set(name, statement)
        const exported =
          ts.canHaveModifiers(statement) &&
          ts.getModifiers(statement)?.some((word) => word.kind === ts.SyntaxKind.ExportKeyword)
        if (exported && !names.some((name) => serverExports.has(name))) roots.push(statement)
      }
      const reached = new Set<string>()
      const follow = (root: ts.Node) => {
        for (const name of valuesIn(root)) {
          if (reached.has(name)) continue
          reached.add(name)
          const body = bodies.get(name)
          if (body) follow(body)
        }
      }
      roots.forEach(follow)
      return [...server].filter((name) => reached.has(name)).map((name) => `${file.path} uses ${name} in the browser`)
    })
}

/** The outer identifiers that a node uses as values; types vanish, and so does what it takes apart itself. */
function valuesIn(root: ts.Node): string[] {
  const found: string[] = []
  const own = new Set<string>()
  const visit = (node: ts.Node) => {
    if (ts.isTypeNode(node)) return
    if (ts.isPropertyAccessExpression(node)) return visit(node.expression)
    if (ts.isPropertyAssignment(node) || (ts.isJsxAttribute(node) && node.initializer)) return visit(node.initializer!)
    if (ts.isBindingElement(node)) own.add(node.name.getText())
    if (ts.isIdentifier(node)) found.push(node.text)
    ts.forEachChild(node, visit)
  }
  visit(root)
  return found.filter((name) => !own.has(name))
}
