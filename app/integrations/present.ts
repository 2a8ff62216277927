import type { Overview, Period } from '#app/insights/overview.ts'
import type { ListedCase } from '#app/cases/list-cases.server.ts'
import type { ListedResponse } from '#app/responses/list-responses.server.ts'
import { isoOfDay } from '#app/platform/day.ts'

/* Rows as the API shows them: times in ISO 8601 UTC, days as days, ids and no names of people. */

const time = (at: number | null) => (at === null ? null : new Date(at).toISOString())

export const presentResponse = (row: ListedResponse) => ({
  id: row.id,
  programId: row.programId,
  metric: row.metric,
  state: row.state,
  score: row.score,
  class: row.class,
  comment: row.comment,
  language: row.language,
  contactId: row.contactId,
  accountId: row.accountId,
  answeredAt: time(row.answeredAt),
  day: isoOfDay(row.day),
  counts: row.counts,
  isTest: row.isTest,
  channel: row.channel,
  verified: row.unverified === null,
  topics: row.topics.map(({ id, name, source }) => ({ id, name, source })),
  answers: row.answers.map(({ questionId, kind, question, value, said }) => ({
    questionId,
    kind,
    question,
    value,
    said,
  })),
})

export const presentCase = (row: ListedCase) => ({
  id: row.id,
  state: row.state,
  severity: row.severity,
  accountId: row.accountId,
  contactId: row.contactId,
  ownerId: row.ownerId,
  people: row.people,
  waiting: row.waiting,
  latestResponseId: row.responseId,
  openedAt: time(row.openedAt),
  replyDueAt: time(row.replyDueAt),
  claimedAt: time(row.claimedAt),
  contactedAt: time(row.contactedAt),
  resolvedAt: time(row.resolvedAt),
  cause: row.cause,
  action: row.action,
  closedAt: time(row.closedAt),
  closeKind: row.closeKind,
})

const presentPeriod = ({ counts, score }: Period) => ({ ...counts, score })

export const presentMetrics = (overview: Overview) => ({
  metric: overview.metric,
  programId: overview.programId,
  from: isoOfDay(overview.window.from),
  to: isoOfDay(overview.window.to),
  ...presentPeriod(overview.headline),
  previous: presentPeriod(overview.previous),
  difference: overview.difference,
  responseRate: overview.rate,
  months: overview.trend.map(({ month, ...period }) => ({
    month: isoOfDay(month).slice(0, 7),
    ...presentPeriod(period),
  })),
})
