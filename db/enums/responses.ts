export const responseStates = ['unconfirmed', 'counted', 'withdrawn'] as const
export const evidences = ['explicit', 'implicit', 'import', 'staff'] as const
export const standings = ['tentative', 'accepted', 'quarantined', 'dropped', 'superseded', 'withdrawn'] as const
/** Who follows links: a person, or a machine by what it did or said of itself. */
export const touchKinds = ['person', 'head', 'prefetch', 'robot', 'burst', 'hidden_link', 'with_unsubscribe'] as const
export type TouchKind = (typeof touchKinds)[number]
/** What put a topic on an answer, or took it off: the rules, or a person, whose word stays. */
export const topicSources = ['rule', 'person'] as const
export const retagStates = ['running', 'done', 'cancelled'] as const
