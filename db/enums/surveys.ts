export const programKinds = ['relationship', 'transactional'] as const
export type ProgramKind = (typeof programKinds)[number]
export const programStates = ['draft', 'live', 'paused', 'archived'] as const
export const severities = ['low', 'normal', 'high', 'urgent'] as const
export type Severity = (typeof severities)[number]
/** Strict: only a press counts. Balanced: a person's touch counts after a while. On load: opening the page does. */
export const integrities = ['strict', 'balanced', 'on_load'] as const
export type Integrity = (typeof integrities)[number]
export const doorKinds = ['link', 'widget'] as const
export const doorStates = ['open', 'shut'] as const
/** Of the questions beyond the score: one of some, any of some, a short text, one to five. */
export const questionKinds = ['choice', 'multi', 'text', 'rating'] as const
export type QuestionKind = (typeof questionKinds)[number]
export const paces = ['one', 'all'] as const
export type Pace = (typeof paces)[number]
