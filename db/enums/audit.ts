export const actorKinds = ['user', 'contact', 'key', 'system', 'anonymous'] as const
export const roles = ['admin', 'lead', 'csm', 'marketer', 'viewer'] as const
export type Role = (typeof roles)[number]
export const apiScopes = ['accounts', 'surveys', 'responses', 'cases', 'metrics'] as const
export type ApiScope = (typeof apiScopes)[number]
