import { and, count, desc, eq, inArray, isNull } from 'drizzle-orm'
import { authorise, read, write, type Ctx, type TxCtx } from '#app/audit/context.server.ts'
import { recordEvent } from '#app/audit/record-event.server.ts'
import { findCase } from '#app/cases/change-case.server.ts'
import { lockCase } from '#app/cases/lock-case.server.ts'
import { fileFault, mimeOf, mostFileBytes, mostOnCase, safeName, type GivenFile } from '#app/cases/files/case-file.ts'
import { eraseMailFiles } from '#app/email/files-of-mails.server.ts'
import { Conflict, Invalid, NotFound } from '#app/platform/errors.ts'
import { eraseFile, getFile, keepFile, saveStream } from '#app/platform/files.server.ts'
import { DAY } from '#app/platform/day.ts'
import { isId } from '#app/platform/id.ts'
import { newId } from '#app/platform/ids.server.ts'
import { isAbout, type Marks } from '#app/platform/text-about.ts'
import { users } from '#db/schema/access.ts'
import { caseFiles } from '#db/schema/cases-replies.ts'

export interface Stored {
  fileId: string
  name: string
  mime: string
  bytes: number
}

/**
 * Stores files before the change that they belong to, in short writes. Until that keeps them they carry an expiry of a day.
 * The caller has authorised. @throws Invalid naming `files`
 */
export async function storeFiles(ctx: Ctx, given: readonly GivenFile[]): Promise<Stored[]> {
  const fault = fileFault(given)
  if (fault) throw new Invalid(fault, { files: fault })
  const stored: Stored[] = []
  for (const { name: typed, content } of given) {
    const [name, at] = [safeName(typed), ctx.now()]
    const mime = mimeOf(name)!
    const file = { kind: 'case_file', name, mime, at, expiresAt: at + DAY }
    const { id, bytes } = await saveStream(ctx.store, file, pieces(content), { maxBytes: mostFileBytes })
    stored.push({ fileId: id, name, mime, bytes })
  }
  return stored
}

async function* pieces(content: Uint8Array) {
  yield content
}

/** Keeps stored files on a case; `entryId`: with the mail that they go out with. @throws Conflict `files_full` */
export async function putFiles(ctx: TxCtx, caseId: string, stored: readonly Stored[], entryId: string | null) {
  if (stored.length === 0) return
  const [all] = await ctx.tx.select({ n: count() }).from(caseFiles).where(eq(caseFiles.caseId, caseId))
  if (all!.n + stored.length > mostOnCase) throw new Conflict('files_full')
  const addedBy = ctx.actor.id ?? ctx.actor.kind
  for (const { fileId, name, bytes } of stored) {
    await keepFile(ctx.tx, fileId)
    const row = { id: newId('cfl', ctx.now()), caseId, entryId, fileId, name, bytes, addedBy, addedAt: ctx.now() }
    await ctx.tx.insert(caseFiles).values(row)
  }
}

/** Puts files on a case, for colleagues. Also on a closed one. @throws Invalid, Forbidden, Conflict `files_full` */
export async function addFiles(ctx: Ctx, { caseId, files }: { caseId: string; files: GivenFile[] }): Promise<number> {
  authorise(ctx, 'cases.work', await findCase(ctx, caseId))
  if (files.length === 0) throw new Invalid('no_file', { files: 'no_file' })
  const stored = await storeFiles(ctx, files)
  await write(ctx, async (ctx) => {
    await lockCase(ctx.tx, caseId)
    const found = await findCase(ctx, caseId)
    authorise(ctx, 'cases.work', found)
    await putFiles(ctx, caseId, stored, null)
    const data = { files: stored.length, bytes: stored.reduce((sum, { bytes }) => sum + bytes, 0) }
    const subject = { kind: 'case', id: caseId }
    await recordEvent(ctx, { type: 'cases.files_added', subject, accountId: found.accountId, data })
  })
  return stored.length
}

/** Deletes a file for good; what went out with a mail stays beside it. @throws NotFound */
export async function removeFile(ctx: Ctx, { caseId, id }: { caseId: string; id: string }): Promise<{ name: string }> {
  if (!isId(id)) throw new NotFound()
  return write(ctx, async (ctx) => {
    const found = await findCase(ctx, caseId)
    authorise(ctx, 'cases.work', found)
    const [row] = await ctx.tx
      .delete(caseFiles)
      .where(and(eq(caseFiles.id, id), eq(caseFiles.caseId, caseId), isNull(caseFiles.entryId)))
      .returning()
    if (!row) throw new NotFound()
    const subject = { kind: 'case', id: caseId }
    await recordEvent(ctx, {
      type: 'cases.file_removed',
      subject,
      accountId: found.accountId,
      data: { bytes: row.bytes },
    })
    await eraseFile(ctx.tx, row.fileId)
    return { name: row.name }
  })
}

/** The files of a case, the newest first. The caller has found the case. */
export async function filesOfCase(ctx: Ctx, caseId: string) {
  return read(ctx)
    .select({
      id: caseFiles.id,
      entryId: caseFiles.entryId,
      name: caseFiles.name,
      bytes: caseFiles.bytes,
      addedAt: caseFiles.addedAt,
      by: users.name,
    })
    .from(caseFiles)
    .leftJoin(users, eq(users.id, caseFiles.addedBy))
    .where(eq(caseFiles.caseId, caseId))
    .orderBy(desc(caseFiles.id))
    .limit(2 * mostOnCase)
}

export type CaseFiles = Awaited<ReturnType<typeof filesOfCase>>

/** One file of a case that the reader may see. @throws NotFound, Forbidden */
export async function getCaseFile(ctx: Ctx, { caseId, id }: { caseId: string; id: string }) {
  authorise(ctx, 'cases.read')
  await findCase(ctx, caseId)
  if (!isId(id)) throw new NotFound()
  const [row] = await read(ctx)
    .select({ fileId: caseFiles.fileId, name: caseFiles.name })
    .from(caseFiles)
    .where(and(eq(caseFiles.id, id), eq(caseFiles.caseId, caseId)))
  const file = row && (await getFile(read(ctx), row.fileId))
  if (!file || file.kind !== 'case_file') throw new NotFound()
  return { ...row, mime: file.mime, bytes: file.bytes }
}

/** Files that go with somebody who is erased: of blanked mails, and those that are named after them; `marks` null: all. */
export async function eraseFiles(ctx: TxCtx, caseId: string, entryIds: string[], marks: Marks | null): Promise<void> {
  const rows = await ctx.tx.select().from(caseFiles).where(eq(caseFiles.caseId, caseId))
  const gone = rows.filter(
    ({ entryId, name }) => marks === null || (entryId !== null && entryIds.includes(entryId)) || isAbout(name, marks),
  )
  if (gone.length === 0) return
  for (const { fileId } of gone) await eraseFile(ctx.tx, fileId)
  // A mail to somebody else may carry what is named after this person.
  await eraseMailFiles(ctx, gone.map((row) => row.fileId)) // prettier-ignore
  await ctx.tx.delete(caseFiles).where(inArray(caseFiles.id, gone.map((row) => row.id))) // prettier-ignore
}
