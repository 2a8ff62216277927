import type { TxCtx } from '#app/audit/context.server.ts'
import { recordEvent } from '#app/audit/record-event.server.ts'
import { enqueue } from '#app/jobs/enqueue.server.ts'
import { steps, stepsOf, type Answered, type StepName } from '#app/loop/consequences.server.ts'
import { log } from '#app/platform/log.server.ts'
import { isPassing } from '#db/fragments.ts'
import { savepoint } from '#db/savepoint.ts'

/**
 * Runs what follows from an accepted answer: all steps in one savepoint, and when one throws, again each in its own, so
 * that it takes no other with it. Only a transaction that the database itself gave up can make this throw.
 */
export async function runConsequences(ctx: TxCtx, answered: Answered): Promise<void> {
  const due = stepsOf(answered)
  const together = await attempt(ctx, async (ctx) => {
    const tried = { ...answered } // a case that was opened in vain must not be remembered
    for (const step of due) await steps[step](ctx, tried)
  })
  if (!together) return
  for (const step of due) {
    const failure = await attempt(ctx, (ctx) => steps[step](ctx, answered))
    if (!failure) continue
    log.error(
      { responseId: answered.responseId, step, error: failure.name, code: codeOf(failure) },
      'a consequence of an answer failed',
    )
    const unplanned = await attempt(ctx, (ctx) => planRepair(ctx, answered, step, failure))
    if (unplanned)
      log.error(
        { responseId: answered.responseId, step, error: unplanned.name, code: codeOf(unplanned) },
        'its repair could not be planned',
      )
  }
}

/** In a savepoint of its own. @returns the error, or null when it went well */
async function attempt(ctx: TxCtx, work: (ctx: TxCtx) => Promise<unknown>): Promise<Error | null> {
  try {
    await savepoint(ctx.tx, (tx) => work({ ...ctx, tx }))
    return null
  } catch (error) {
    if (isPassing(error)) throw error // the store runs the whole transaction again
    return error instanceof Error ? error : new Error(String(error))
  }
}

/** The alert is the event; the job has what is not stored elsewhere: which revision, what was answered before it, and the rule that held. */
async function planRepair(ctx: TxCtx, answered: Answered, step: StepName, failure: Error) {
  const { responseId, revisionId, from, to, caseRule } = answered
  await enqueue(ctx, {
    kind: 'loop.repair',
    key: `repair/${responseId}/${step}/${revisionId}${to ? '' : '/withdrawn'}`,
    payload: { responseId, revisionId, step, from: from?.score ?? null, ...(to ? { caseRule } : { withdrawn: true }) },
    runAt: ctx.now() + 1_000,
  })
  await recordEvent(ctx, {
    type: 'loop.consequence_failed',
    subject: { kind: 'response', id: responseId },
    accountId: answered.account?.id,
    contactId: answered.contactId,
    data: { step, revisionId, error: codeOf(failure) ?? failure.name },
  })
}

function codeOf(error: Error): string | undefined {
  for (let at: unknown = error; at instanceof Error; at = at.cause)
    if ('code' in at && typeof at.code === 'string') return at.code
  return undefined
}
