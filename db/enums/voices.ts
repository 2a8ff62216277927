/** A voice without a score: written down by a colleague, or the reply to a mail of ours. */
export const voiceSources = ['staff', 'reply'] as const
export const voiceChannels = ['meeting', 'phone', 'chat', 'event', 'mail', 'other'] as const
