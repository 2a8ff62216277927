import type { Wording } from '#db/schema/surveys.ts'

/** The question of a metric with its scale's ends and what is asked after a score. */
type Asked = Pick<Wording, 'subject' | 'question' | 'low' | 'high' | 'followUp'>

/**
 * The standard words of one language. `{company}` stands for the name of the brand that asks. Each question keeps the form
 * that is published and used in its language, so that scores can be compared with those of others.
 */
export interface Standard {
  why: string
  /** After a contact with support. */
  whyTransactional: string
  thanks: Wording['thanks']
  nps: Asked & { transactional: Pick<Wording, 'subject' | 'question'> }
  csat: Asked & { transactional: Pick<Wording, 'subject' | 'question'> }
  ces: Asked & { transactional: Pick<Wording, 'question'> }
}
