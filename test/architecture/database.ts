import ts from 'typescript'
import { isRoute, nodes, roomOf, type Source } from '#test/architecture/source.ts'

const building = new Set([
  'select',
  'selectDistinct',
  'insert',
  'update',
  'delete',
  'from',
  'where',
  'set',
  'values',
  'returning',
  'orderBy',
  'limit',
  'groupBy',
  'leftJoin',
  'innerJoin',
  'onConflictDoNothing',
  'onConflictDoUpdate',
])
const executions = new Set(['get', 'all', 'run'])
const engineRoom = /^(?:db|test\/db)\/(sqlite\/|store\/|savepoint\.ts|migrate\.ts|fragments\.ts|lock\.ts)/

/** Words that only SQLite's driver knows: `.get()`, `.all()`, `.run()` and `.values()` on a query. */
export function sqliteOnly(tree: Source[]): string[] {
  const found: string[] = []
  for (const file of tree) {
    if (engineRoom.test(file.path)) continue
    for (const node of nodes(file.syntax)) {
      if (!ts.isCallExpression(node) || !ts.isPropertyAccessExpression(node.expression)) continue
      const { name, expression: receiver } = node.expression
      const chain = chainOf(receiver)
      const query = chain.some((word) => building.has(word)) && ts.isCallExpression(receiver)
      const connection = /^(?:.+\.)?(tx|db)$/.test(receiver.getText()) || receiver.getText().startsWith('read(')
      const bare =
        name.text === 'values' && node.arguments.length === 0 && chain.includes('from') && chain.includes('select')
      if ((executions.has(name.text) && (query || connection)) || bare)
        found.push(`${file.path}: .${name.text}() in ${node.getText().slice(0, 60)}`)
    }
  }
  return found
}

/** The methods called on the way to an expression, last first. */
function chainOf(node: ts.Expression): string[] {
  const words: string[] = []
  for (let at: ts.Node = node; ;) {
    if (ts.isCallExpression(at)) at = at.expression
    else if (ts.isPropertyAccessExpression(at)) {
      words.push(at.name.text)
      at = at.expression
    } else return words
  }
}

/** `variable of a schema file → [room, name in the database]`, from the declarations themselves. */
export function tablesOf(tree: Source[]): Map<string, { room: string; table: string }> {
  const tables = new Map<string, { room: string; table: string }>()
  for (const file of tree.filter(({ path }) => path.startsWith('db/schema/'))) {
    for (const node of nodes(file.syntax)) {
      if (!ts.isVariableDeclaration(node) || !node.initializer || !ts.isCallExpression(node.initializer)) continue
      const [name] = node.initializer.arguments
      if (node.initializer.expression.getText() === 'k.table' && name && ts.isStringLiteral(name))
        tables.set(node.name.getText(), { room: roomOf(file.path)!, table: name.text })
    }
  }
  return tables
}

const writing = new Set(['insert', 'update', 'delete'])

/** Tables that another room writes, each with its reason. */
const entrusted: { room: string; table: string; why: string }[] = [
  {
    room: 'access',
    table: 'organisation',
    why: 'settings are changed by people with roles, which the platform knows nothing of',
  },
  { room: 'access', table: 'brands', why: 'the same' },
  { room: 'access', table: 'calendars', why: 'the same' },
  { room: 'access', table: 'calendarDays', why: 'the same' },
  { room: 'jobs', table: 'events', why: 'the dispatcher marks what it has handed on' },
]

/** A room writes only its own tables: the others it asks. */
export function foreignWrites(tree: Source[], tables = tablesOf(tree)): string[] {
  const found: string[] = []
  const owner = new Map([...tables.values()].map(({ room, table }) => [table, room]))
  for (const file of tree.filter(({ path }) => path.startsWith('app/'))) {
    const room = roomOf(file.path)
    const accuse = (whose: string | undefined, table: string) => {
      if (entrusted.some((one) => one.room === room && one.table === table)) return
      if (whose !== undefined && (whose !== room || isRoute(file.path)))
        found.push(`${file.path} writes ${table}, a table of ${whose}`)
    }
    const local = importedTables(file)
    for (const node of nodes(file.syntax)) {
      if (
        ts.isCallExpression(node) &&
        ts.isPropertyAccessExpression(node.expression) &&
        writing.has(node.expression.name.text)
      ) {
        const [first] = node.arguments
        const name = first && ts.isIdentifier(first) ? local.get(first.text) : undefined
        if (name) accuse(tables.get(name)?.room, name)
      }
      if (ts.isTaggedTemplateExpression(node) && node.tag.getText() === 'sql') {
        for (const [, table] of rawWrites(node.template.getText())) {
          const variable = /^\$\{(\w+)\}$/.exec(table!)?.[1]
          if (variable) accuse(tables.get(local.get(variable) ?? variable)?.room, variable)
          else accuse(owner.get(table!), table!)
        }
      }
    }
  }
  return found
}

const rawWrites = (text: string) => text.matchAll(/\b(?:insert\s+into|update|delete\s+from)\s+"?(\$\{\w+\}|\w+)/gi)

/** Name in this file → name in the schema, for imports that may have been renamed. */
function importedTables(file: Source): Map<string, string> {
  const names = new Map<string, string>()
  for (const statement of file.syntax.statements) {
    if (!ts.isImportDeclaration(statement) || !/#db\/schema\/|\/db\/schema\//.test(statement.moduleSpecifier.getText()))
      continue
    const named = statement.importClause?.namedBindings
    if (named && ts.isNamedImports(named))
      for (const one of named.elements) names.set(one.name.text, (one.propertyName ?? one.name).text)
  }
  return names
}

/** These find the one row at the end of a window of fixed size; they don't page. */
const windows = [
  'app/accounts/list-contacts.server.ts',
  'app/access/list-events.server.ts',
  'app/responses/reach.server.ts',
]

/** Offsets read and throw away every row before them: lists page by a key. */
export function offsets(tree: Source[]): string[] {
  const offset = (node: ts.Node) =>
    ts.isPropertyAccessExpression(node) && node.name.text === 'offset' && ts.isCallExpression(node.parent)
  return tree
    .filter(({ path }) => path.startsWith('app/') && !windows.includes(path))
    .filter((file) => nodes(file.syntax).some(offset))
    .map((file) => `${file.path} pages by offset`)
}
