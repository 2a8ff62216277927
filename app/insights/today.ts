import type { Role } from '#db/enums/audit.ts'

/** Whose day it is: what stands first on Today follows from it. */
export type Reader = 'leader' | 'worker' | 'marketer' | 'viewer'

/** Somebody with several roles sees the day of the one that others wait for: a case, then an ask; admins and leads see all. */
export function readerOf(roles: readonly Role[]): Reader {
  if (roles.includes('admin') || roles.includes('lead')) return 'leader'
  if (roles.includes('csm')) return 'worker'
  if (roles.includes('marketer')) return 'marketer'
  return 'viewer'
}
