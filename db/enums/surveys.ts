export const programKinds = ['relationship', 'transactional'] as const
export const programStates = ['draft', 'live', 'paused', 'archived'] as const
export const severities = ['low', 'normal', 'high', 'urgent'] as const
export type Severity = (typeof severities)[number]
