export const responseStates = ['unconfirmed', 'counted', 'withdrawn'] as const
export const evidences = ['explicit', 'implicit', 'import', 'staff'] as const
export const standings = ['tentative', 'accepted', 'quarantined', 'dropped', 'superseded', 'withdrawn'] as const
/** What put a topic on an answer, or took it off: the rules, or a person, whose word stays. */
export const topicSources = ['rule', 'person'] as const
export const retagStates = ['running', 'done', 'cancelled'] as const
