/** What a write tells the person on the next page. */
export interface Said {
  text: string
  tone?: 'good' | 'warn'
  /** A form that takes it back. */
  undo?: { action: string; fields: Record<string, string>; label: string }
}
