export const streams = ['invitation', 'reminder', 'ask', 'case', 'news', 'report', 'staff'] as const
export const messageStates = ['queued', 'sending', 'sent', 'failed', 'uncertain', 'stopped', 'cancelled'] as const
/** In order: a message's delivery only moves to the right. */
export const deliveries = ['none', 'delayed', 'delivered', 'bounced', 'complained'] as const
export const suppressionReasons = ['bounce', 'complaint', 'provider', 'import', 'erased'] as const
/** What became of a mail that came in; `waiting`: its text is still to be fetched from the provider. */
export const inboundStates = ['waiting', 'taken', 'auto_reply', 'bounce', 'unmatched', 'empty', 'deleted'] as const
/** Of these, what became nobody's voice and can be looked through. */
export const asideStates = ['unmatched', 'auto_reply', 'bounce', 'empty', 'waiting'] as const
