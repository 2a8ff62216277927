import type { Step } from '#app/accounts/import/step.server.ts'
import type { Ahead } from '#app/accounts/undo/ahead.ts'
import { judgeMade } from '#app/accounts/undo/judge-made.ts'
import type { Kept } from '#app/accounts/undo/kept.ts'
import { loadRows, type StepRows } from '#app/accounts/undo/load-rows.server.ts'
import { madeFacts, type GrownElsewhere } from '#app/accounts/undo/made-facts.server.ts'
import { planRestores, type Restores } from '#app/accounts/undo/plan-restores.server.ts'
import { refuseTakenKeys } from '#app/accounts/undo/taken-keys.server.ts'
import { countKept, noTally } from '#app/accounts/undo/tally.ts'
import { writeUndo } from '#app/accounts/undo/write-undo.server.ts'
import type { Ctx, TxCtx } from '#app/audit/context.server.ts'
import type { UndoTally } from '#db/schema/accounts.ts'

export interface UndoneRows {
  tally: UndoTally
  kept: Kept[]
  /** People that are no more. */
  removed: string[]
}

/**
 * Takes back what one batch of an import did to accounts and people, within a transaction; without one it only says
 * what that would do, and notes it in `ahead`. What came to a row since the import stays: a row that it made goes only
 * if nothing has grown on it, and a column that it changed goes back only if nobody has changed it again.
 */
export async function undoRows(
  ctx: Ctx | TxCtx,
  step: Step,
  ahead: Ahead,
  known: { elsewhere: GrownElsewhere; successors: ReadonlySet<string> },
): Promise<UndoneRows> {
  const rows = await loadRows(ctx, step)
  const plan = await planRestores(ctx, step, rows)
  for (const { row, set } of plan.contacts) {
    if (set.accountId !== undefined) {
      ahead.less('people', row.accountId)
      ahead.less('people', set.accountId, -1)
    }
    ahead.put(row, { ...(set.updatedAt && { updatedAt: set.updatedAt }), ...(set.accountId !== undefined && { accountId: set.accountId }) }) // prettier-ignore
  }
  for (const { row, set } of plan.accounts) {
    if (set.parentId !== undefined) {
      ahead.less('below', row.parentId)
      ahead.less('below', set.parentId, -1)
    }
    const { updatedAt, parentId, sponsorId } = set
    ahead.put(row, { ...(updatedAt && { updatedAt }), ...(parentId !== undefined && { parentId }), ...(sponsorId !== undefined && { sponsorId }) }) // prettier-ignore
  }
  const made = {
    contactIds: (step.contacts ?? []).filter((id) => rows.contacts.has(id)),
    accountIds: (step.accounts ?? []).filter((id) => rows.accounts.has(id)),
  }
  const stays = judgeMade(await madeFacts(ctx, made, rows, ahead, known), ahead)
  const contacts = made.contactIds.filter((id) => !stays.has(id))
  const accounts = made.accountIds.filter((id) => !stays.has(id))
  await refuseTakenKeys(ctx, plan, new Set([...contacts, ...accounts]))
  const kept: Kept[] = [
    ...made.contactIds.flatMap((id) => keptAs('contact', id, stays.get(id))),
    ...made.accountIds.flatMap((id) => keptAs('account', id, stays.get(id))),
    ...(step.contacts ?? []).flatMap((id) => keptAs('contact', id, rows.merged.has(id) ? 'merged' : undefined)),
    ...(step.accounts ?? []).flatMap((id) => keptAs('account', id, rows.merged.has(id) ? 'merged' : undefined)),
    ...plan.kept,
  ]
  if ('tx' in ctx && ctx.tx) await writeUndo(ctx as TxCtx, { contacts, accounts }, plan)
  else noteGone(ahead, rows, contacts, accounts)
  return { tally: tallyOf(contacts, accounts, plan, kept), kept, removed: contacts }
}

const keptAs = (kind: Kept['kind'], subjectId: string, reason: Kept['reason'] | undefined): Kept[] =>
  reason ? [{ subjectId, kind, reason }] : []

function noteGone(ahead: Ahead, rows: StepRows, contacts: string[], accounts: string[]) {
  for (const id of contacts) ahead.less('people', ahead.of(rows.contacts.get(id)!).accountId)
  for (const id of accounts) {
    const row = rows.accounts.get(id)!
    ahead.less('below', ahead.of(row).parentId)
    if (row.sponsorId !== null) ahead.put(row, { sponsorId: null })
  }
}

function tallyOf(contacts: string[], accounts: string[], plan: Restores, kept: Kept[]): UndoTally {
  const tally = noTally()
  tally.removed.contacts = contacts.length
  tally.removed.accounts = accounts.length
  tally.restored.contacts = plan.contacts.filter(({ set }) => Object.keys(set).length).length
  tally.restored.accounts = plan.accounts.filter(({ set }) => Object.keys(set).length).length
  countKept(tally, kept)
  return tally
}
