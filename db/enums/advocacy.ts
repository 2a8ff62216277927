export const advocateStates = ['candidate', 'active', 'paused', 'left'] as const
