import { env } from '#app/platform/env.server.ts'

export type Engine = 'sqlite' | 'postgres'

/** Which engine a database URL names: `file:…` is SQLite, `postgres://…` or `postgresql://…` is PostgreSQL. */
export function engineOf(url: string): Engine {
  return /^postgres(ql)?:/.test(url) ? 'postgres' : 'sqlite'
}

/** The engine of this process. A process has one, so tables are declared for it when they are imported. */
export const engine = engineOf(env.DATABASE_URL)
