/** Where an invitation of a wave may stand, in the order of its way; each opens the people behind it. */
export const waveSteps = ['invited', 'waiting', 'deferred', 'sent', 'delivered', 'failed', 'answered'] as const
export type WaveStep = (typeof waveSteps)[number]

export const waveStepOf = (text: string | null): WaveStep | null => waveSteps.find((step) => step === text) ?? null
