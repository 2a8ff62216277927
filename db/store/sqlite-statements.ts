import type Database from 'better-sqlite3'

const most = 500

/** The connection with compiled statements kept by their text: compiling one costs more than running it. */
export function cachedStatements(sqlite: Database.Database, guard?: () => void): Database.Database {
  const statements = new Map<string, Database.Statement>()
  const prepare = (text: string) => {
    guard?.()
    const known = statements.get(text)
    if (known) return known.reader ? known.raw(false) : known
    if (statements.size >= most) statements.clear()
    const made = sqlite.prepare(text)
    statements.set(text, made)
    return made
  }
  return new Proxy(sqlite, {
    get(target, key) {
      if (key === 'prepare') return prepare
      const value = Reflect.get(target, key) as unknown
      return typeof value === 'function' ? (value.bind(target) as unknown) : value
    },
  })
}
