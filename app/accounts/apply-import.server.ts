import { eq } from 'drizzle-orm'
import type { Setting } from '#app/accounts/account-row.server.ts'
import { applyLines, type Batch } from '#app/accounts/import/apply-lines.server.ts'
import type { OpenImport } from '#app/accounts/import/open-import.server.ts'
import type { ReadItem } from '#app/accounts/import/read-item.ts'
import { stepOf, type Step } from '#app/accounts/import/step.server.ts'
import { matchItems } from '#app/accounts/match-items.server.ts'
import { saveItems } from '#app/accounts/save-items.server.ts'
import type { TxCtx } from '#app/audit/context.server.ts'
import type { JobHandler } from '#app/jobs/job.ts'
import { isUniqueViolation } from '#db/fragments.ts'
import { savepoint } from '#db/savepoint.ts'
import { imports, type ImportCounts } from '#db/schema/accounts.ts'
import type { Db } from '#db/store/store.ts'

/** What lower rooms do with a batch, in its transaction. */
export interface ImportExtras {
  /** People whose line says that they want no mail. @returns those who hadn't said anything before */
  optOut(ctx: TxCtx, contactIds: string[]): Promise<string[]>
}

/** Makes the job that applies a checked import of companies and people. */
export const applyImport =
  (extras: ImportExtras): JobHandler =>
  async (ctx, run) => {
    const id = String(run.payload.importId)
    const [row] = await ctx.store.db.select().from(imports).where(eq(imports.id, id))
    if (!row || row.state !== 'applying') return
    return applyLines(ctx, run, row, {
      read: (wanted, open) => wanted.map(open.item),
      apply: (ctx, items, batch, open) => apply(ctx, items, batch, open, row.counts, extras),
    })
  }

async function apply(
  ctx: TxCtx,
  items: ReadItem[],
  { counts, refuse }: Batch,
  open: OpenImport,
  checked: ImportCounts | null,
  extras: ImportExtras,
): Promise<Step> {
  const good = items.filter((item) => !item.reasons)
  for (const { line, reasons } of items) if (reasons) await refuse(line, reasons)
  const matched = await matchAndSave(ctx, good, { at: ctx.now(), baseCurrency: open.baseCurrency }, checked)
  const optOuts: string[] = []
  for (const [i, outcome] of matched.outcomes.entries()) {
    if (outcome.reason) await refuse(good[i]!.line, [outcome.reason])
    if (outcome.account && outcome.account !== 'unchanged') counts.accounts[outcome.account]++
    if (outcome.contact) counts.contacts[outcome.contact]++
    if (outcome.optedOut) optOuts.push(outcome.contactId!)
  }
  return stepOf(matched, optOuts.length ? await extras.optOut(ctx, optOuts) : [])
}

/** When the check found nobody, looking for each person again would cost half as much as writing them. */
async function matchAndSave(ctx: TxCtx, items: ReadItem[], setting: Setting, checked: ImportCounts | null) {
  const run = async (tx: Db, expectNew: boolean) => {
    const matched = await matchItems(tx, items, setting, { expectNew })
    await saveItems({ ...ctx, tx }, matched)
    return matched
  }
  if (!checked || checked.contacts.changed + checked.contacts.unchanged > 0) return run(ctx.tx, false)
  try {
    return await savepoint(ctx.tx, (tx) => run(tx, true))
  } catch (error) {
    if (!isUniqueViolation(error)) throw error
    return run(ctx.tx, false)
  }
}
