export const jobStates = ['ready', 'running', 'done', 'dead', 'uncertain', 'cancelled'] as const
