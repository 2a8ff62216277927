/** Which cases a playbook is for: every key that is there must fit, and of each list one is enough. */
export interface PlaybookWhen {
  metrics?: string[]
  severities?: string[]
  topicIds?: string[]
}

/** One thing to do; its id stays when its words change. */
export interface PlaybookStep {
  id: string
  text: string
}
