export { apiScopes, roles, type ApiScope, type Role } from '#db/enums/audit.ts'
export const userStates = ['invited', 'active', 'ended'] as const
export const tokenPurposes = ['first_admin', 'invite', 'reset'] as const
