import type { ApiScope, Role } from '#db/enums/audit.ts'

/** Who does it: every event row names one. */
export type Actor =
  | { kind: 'user'; id: string; roles: Role[]; teamId: string | null; name: string }
  | { kind: 'contact'; id: string | null }
  | { kind: 'key'; id: string; scopes: ApiScope[] }
  | { kind: 'system'; id: string }
  | { kind: 'anonymous'; id: null }

export const anonymous: Actor = { kind: 'anonymous', id: null }
export const system = (id: string): Actor => ({ kind: 'system', id })
