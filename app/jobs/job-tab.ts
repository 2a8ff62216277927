/** The parts of the list of background work. */
export const jobTabs = ['waiting', 'running', 'failed', 'uncertain', 'dead', 'done'] as const
export type JobTab = (typeof jobTabs)[number]
