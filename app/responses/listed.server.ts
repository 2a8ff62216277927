import { accounts, contacts } from '#db/schema/accounts.ts'
import { responses } from '#db/schema/responses.ts'
import { programs } from '#db/schema/surveys.ts'

/** What a list of answers shows of each. */
export const listed = {
  id: responses.id,
  programId: responses.programId,
  program: programs.name,
  metric: programs.metric,
  state: responses.state,
  score: responses.score,
  class: responses.class,
  comment: responses.comment,
  language: responses.language,
  answeredAt: responses.answeredAt,
  day: responses.day,
  counts: responses.counts,
  isTest: responses.isTest,
  contactId: responses.contactId,
  accountId: responses.accountId,
  person: contacts.name,
  account: accounts.name,
}
