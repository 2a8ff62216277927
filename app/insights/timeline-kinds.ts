/** What a history may be narrowed to, and the beginnings of the types of its events. */
export const timelineKinds = {
  answers: ['responses.', 'voices.'],
  mail: ['delivery.', 'email.'],
  cases: ['cases.', 'loop.'],
  advocacy: ['advocacy.'],
  changes: ['accounts.', 'contacts.', 'integrations.'],
} as const
export type TimelineKind = keyof typeof timelineKinds

export const isTimelineKind = (text: string | null): text is TimelineKind => text !== null && text in timelineKinds
