/** What a program of one's own may be for. */
export const askedKinds = ['relationship', 'transactional'] as const
/** `recovery`: the hidden one that asks, after a case, whether it was put right. */
export const programKinds = [...askedKinds, 'recovery'] as const
/** There is one program of that kind, made when it is first needed; its answers are nobody's score. */
export const recoveryProgramId = 'prg_recovery'
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
