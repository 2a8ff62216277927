import { eq } from 'drizzle-orm'
import { applyLines, type Batch } from '#app/accounts/import/apply-lines.server.ts'
import type { OpenImport } from '#app/accounts/import/open-import.server.ts'
import { stepOf, type Step } from '#app/accounts/import/step.server.ts'
import { saveItems } from '#app/accounts/save-items.server.ts'
import type { TxCtx } from '#app/audit/context.server.ts'
import { addPastInvitations } from '#app/delivery/add-past-invitations.server.ts'
import { insertScoreDelta } from '#app/insights/insert-score-delta.server.ts'
import type { JobHandler } from '#app/jobs/job.ts'
import { findPeople, type Respondent } from '#app/loop/history/find-people.server.ts'
import { historyReader, type PastItem } from '#app/loop/history/history-reader.server.ts'
import { newId } from '#app/platform/ids.server.ts'
import type { Locale } from '#app/platform/words.ts'
import { addPastAnswers, knownSubmissions } from '#app/responses/add-past-answers.server.ts'
import { classOf } from '#app/statistics/scale.ts'
import { imports, type RejectReason } from '#db/schema/accounts.ts'

/**
 * Job `loop.apply-history`: writes past answers down with their own dates. They count in trends and headlines; no case is
 * opened, nobody is told, nothing is sent. An answer that came in before is left alone.
 */
export const applyHistory: JobHandler = async (ctx, run) => {
  const id = String(run.payload.importId)
  const [row] = await ctx.store.db.select().from(imports).where(eq(imports.id, id))
  if (!row || row.state !== 'applying') return
  const { read, locale } = await historyReader(ctx, row)
  const add = row.options?.addPeople === true
  let met = new Map<number, PastItem | RejectReason[]>()
  return applyLines(ctx, run, row, {
    // Every line has to be met in order, those of an earlier run as well, since a key may count lines that are alike.
    meet: (lines, open) => (met = new Map(lines.map((line) => [line.line, read(line, open)]))),
    read: (wanted) => wanted.map(({ line }) => ({ line, past: met.get(line)! })),
    apply: (ctx, items, batch, open) => apply(ctx, items, batch, { open, locale, add }),
  })
}

async function apply(
  ctx: TxCtx,
  items: { line: number; past: PastItem | RejectReason[] }[],
  { counts, refuse }: Batch,
  { open, locale, add }: { open: OpenImport; locale: Locale; add: boolean },
): Promise<Step> {
  counts.answers ??= { new: 0, unchanged: 0, anonymous: 0 }
  const past: PastItem[] = []
  for (const item of items) {
    if (Array.isArray(item.past)) await refuse(item.line, item.past)
    else past.push(item.past)
  }
  const known = await knownSubmissions(ctx.tx, past.map(({ key }) => key)) // prettier-ignore
  const fresh = past.filter(({ key }) => !known.has(key))
  counts.answers.unchanged += past.length - fresh.length
  const setting = { at: ctx.now(), baseCurrency: open.baseCurrency }
  const { matched, respondents } = await findPeople(ctx.tx, fresh, setting, add)
  if (add) await saveItems(ctx, matched)
  const answers: Answer[] = []
  for (const [i, respondent] of respondents.entries()) {
    if (respondent.reason) await refuse(fresh[i]!.item.line, [respondent.reason])
    else answers.push(answerOf(fresh[i]!, respondent, locale))
    if (!add || respondent.reason) continue
    if (matched.outcomes[i]!.account === 'new') counts.accounts.new++
    if (matched.outcomes[i]!.contact === 'new') counts.contacts.new++
  }
  counts.answers.new += answers.length
  counts.answers.anonymous += answers.filter(({ contactId }) => !contactId).length
  await addPastInvitations(ctx, answers.map((one) => ({ ...one, id: one.invitationId, at: one.answeredAt }))) // prettier-ignore
  await addPastAnswers(ctx, answers)
  for (const { id: responseId, counts: isCounted, ...one } of answers)
    if (isCounted) await insertScoreDelta(ctx, { ...one, responseId, snapshot: one, sign: 1 })
  const written = stepOf(add ? matched : { ...matched, accounts: [], contacts: [] }, [])
  return answers.length ? { ...written, answers: answers.map(({ id }) => id) } : written
}

type Answer = ReturnType<typeof answerOf>

/** The traits of company and person are today's: nobody knows what they were then. */
function answerOf({ answer, key }: PastItem, { contact, account }: Respondent, locale: Locale) {
  const { program, at, day, score, comment } = answer
  const isTest = contact?.isTest === true
  return {
    id: newId('rsp', at),
    key,
    invitationId: newId('inv', at),
    programId: program.id,
    versionId: program.versionId,
    contactId: contact?.id ?? null,
    accountId: account?.id ?? null,
    state: 'counted' as const,
    score,
    class: classOf(program.metric, score),
    comment,
    language: answer.language ?? contact?.language ?? locale,
    answeredAt: at,
    day,
    counts: program.inScore && !isTest,
    isTest,
    tier: account?.tier ?? null,
    region: account?.region ?? null,
    industry: account?.industry ?? null,
    plan: account?.plan ?? null,
    stage: account?.stage ?? null,
    department: contact?.department ?? null,
    products: account?.products ?? [],
    ownerId: account?.ownerId ?? null,
    arrBaseMinor: account?.arrBaseMinor ?? null,
  }
}
