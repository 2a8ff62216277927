export const actorKinds = ['user', 'contact', 'key', 'system', 'anonymous'] as const
export const roles = ['admin', 'lead', 'csm', 'marketer', 'viewer'] as const
export type Role = (typeof roles)[number]
export const apiScopes = ['accounts', 'surveys', 'responses', 'cases', 'metrics', 'advocacy'] as const
export type ApiScope = (typeof apiScopes)[number]
/** `sjis`: CSV in Shift_JIS as Windows has it. */
export const exportFormats = ['csv', 'sjis', 'json'] as const
export type ExportFormat = (typeof exportFormats)[number]
/** `lost`: its process ended before it did. */
export const exportStates = ['running', 'complete', 'aborted', 'failed', 'lost'] as const
