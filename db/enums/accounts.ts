export const healths = ['green', 'yellow', 'red', 'unknown'] as const
export const contactStates = ['active', 'left', 'erased'] as const
export const importKinds = ['customers', 'history'] as const
export const importStates = [
  'uploaded',
  'checking',
  'checked',
  'applying',
  'done',
  'failed',
  'cancelled',
  'undoing',
  'undone',
] as const
/** What undoing an import may leave. */
export const keptKinds = ['account', 'contact', 'answer', 'program'] as const
export const holdReasons = ['open_case', 'owner_veto', 'left', 'manual', 'erased'] as const
export const moveStates = ['running', 'done', 'undone'] as const
export const duplicateKinds = ['account', 'contact'] as const
export const duplicateStates = ['found', 'dismissed'] as const
