import { setImmediate as breathe } from 'node:timers/promises'
import iconv from 'iconv-lite'
import { and, asc, eq, gt, or } from 'drizzle-orm'
import type { Changed, Step } from '#app/accounts/import/step.server.ts'
import type { ContactRow } from '#app/accounts/contact-row.server.ts'
import { write, type Ctx } from '#app/audit/context.server.ts'
import { dropFile, readFile } from '#app/platform/files.server.ts'
import { isAbout, type Marks } from '#app/platform/text-about.ts'
import { contains } from '#db/fragments.ts'
import { importRejects, imports, importSteps } from '#db/schema/accounts.ts'
import { files } from '#db/schema/platform.ts'

const most = 100

/** Lines that imports refused, and that tell of the person: what they said goes, why they were refused stays. */
export async function scrubRejects(ctx: Ctx, marks: Marks): Promise<void> {
  let last = { importId: '', line: 0 }
  for (;;) {
    const rows = await ctx.store.db
      .select()
      .from(importRejects)
      .where(
        or(
          gt(importRejects.importId, last.importId),
          and(eq(importRejects.importId, last.importId), gt(importRejects.line, last.line)),
        ),
      )
      .orderBy(asc(importRejects.importId), asc(importRejects.line))
      .limit(most)
    const told = rows.filter((row) => isAbout(row.raw, marks) || isAbout(JSON.stringify(row.reasons), marks))
    if (told.length)
      await write(ctx, async ({ tx }) => {
        for (const { importId, line, reasons } of told)
          await tx
            .update(importRejects)
            .set({ raw: '[]', reasons: reasons.map(({ values: _, ...reason }) => reason) })
            .where(and(eq(importRejects.importId, importId), eq(importRejects.line, line)))
      })
    if (rows.length < most) return
    last = rows.at(-1)!
    await breathe()
  }
}

/** What batches had changed of the person, or of somebody who was merged into them: an undo leaves who is erased alone. */
export async function scrubSteps(ctx: Ctx, ids: string[]): Promise<void> {
  const rows = await ctx.store.db
    .select({ importId: importSteps.importId, fromLine: importSteps.fromLine })
    .from(importSteps)
    .where(or(...ids.map((id) => contains(importSteps.data, id))))
  for (const { importId, fromLine } of rows) {
    await write(ctx, async ({ tx }) => {
      const mine = and(eq(importSteps.importId, importId), eq(importSteps.fromLine, fromLine))
      const [stored] = await tx.select({ data: importSteps.data }).from(importSteps).where(mine)
      if (!stored) return
      const step = JSON.parse(stored.data) as Step
      const others = (step.changedContacts ?? []).filter(([id]: Changed<ContactRow>) => !ids.includes(id))
      const left: Step = { ...step, changedContacts: others }
      if (!others.length) delete left.changedContacts
      await tx
        .update(importSteps)
        .set({ data: JSON.stringify(left) })
        .where(mine)
    })
    await breathe()
  }
}

/**
 * Uploaded files that have the person in them go as a whole: what they brought in is here, only the file is not.
 * @returns false while an import still works on one of them
 */
export async function dropFilesAbout(ctx: Ctx, marks: Marks): Promise<boolean> {
  const stored = await ctx.store.db
    .select({ id: files.id, state: imports.state })
    .from(imports)
    .innerJoin(files, eq(files.id, imports.fileId))
  let all = true
  for (const { id, state } of stored) {
    if (!(await fileIsAbout(ctx, id, marks))) continue
    if (state === 'applying' || state === 'checking' || state === 'undoing') all = false
    else await dropFile(ctx.store, id)
  }
  return all
}

async function fileIsAbout(ctx: Ctx, id: string, { exact, names }: Marks): Promise<boolean> {
  const texts = [...exact, ...names.filter((name) => name.length > 2 || /[^\x00-\x7f]/.test(name))]
  const marks = texts.flatMap((text) => [Buffer.from(text), Buffer.from(text, 'utf16le'), iconv.encode(text, 'cp932')])
  let tail = Buffer.alloc(0)
  for await (const chunk of readFile(ctx.store.db, id)) {
    const bytes = Buffer.concat([tail, chunk])
    if (marks.some((mark) => mark.length > 0 && bytes.includes(mark))) return true
    tail = bytes.subarray(-1_000)
    await breathe()
  }
  return false
}
