export const streams = ['invitation', 'reminder', 'ask', 'case', 'news', 'staff'] as const
export const messageStates = ['queued', 'sending', 'sent', 'failed', 'uncertain', 'stopped', 'cancelled'] as const
/** In order: a message's delivery only moves to the right. */
export const deliveries = ['none', 'delayed', 'delivered', 'bounced', 'complained'] as const
export const suppressionReasons = ['bounce', 'complaint', 'provider', 'import', 'erased'] as const
