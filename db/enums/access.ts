export { apiScopes, roles, type ApiScope, type Role } from '#db/enums/audit.ts'
export const userStates = ['invited', 'active', 'ended'] as const
export const tokenPurposes = ['first_admin', 'invite', 'reset'] as const

/** Lists whose filters can be saved under a name; each is the path of its page. */
export const viewLists = ['responses', 'cases', 'accounts', 'contacts'] as const
export type ViewList = (typeof viewLists)[number]
