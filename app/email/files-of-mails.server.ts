import { asc, inArray } from 'drizzle-orm'
import { read, type Ctx, type TxCtx } from '#app/audit/context.server.ts'
import type { OutgoingFile, OutgoingMail } from '#app/email/transport.ts'
import { getFile, readFile } from '#app/platform/files.server.ts'
import { messageFiles } from '#db/schema/email-files.ts'

/** Which of some messages carry files. */
export async function withFilesAmong(ctx: Ctx, messageIds: string[]): Promise<Set<string>> {
  const rows = await read(ctx)
    .selectDistinct({ id: messageFiles.messageId })
    .from(messageFiles)
    .where(inArray(messageFiles.messageId, messageIds))
  return new Set(rows.map((row) => row.id))
}

/**
 * Mails with their files as they leave: the same bytes in the same order at every try. A file that was erased while its mail
 * was on the way is left out.
 */
export async function loadFiles(ctx: Ctx, mails: OutgoingMail[]): Promise<OutgoingMail[]> {
  const ids = mails.map((mail) => mail.messageId)
  const rows = await ctx.store.db
    .select()
    .from(messageFiles)
    .where(inArray(messageFiles.messageId, ids))
    .orderBy(asc(messageFiles.messageId), asc(messageFiles.n))
  if (rows.length === 0) return mails
  const loaded = new Map<string, OutgoingFile[]>()
  for (const { messageId, fileId, name, mime } of rows) {
    if (!(await getFile(ctx.store.db, fileId))) continue
    const parts: Buffer[] = []
    for await (const part of readFile(ctx.store.db, fileId)) parts.push(part)
    loaded.set(messageId, [...(loaded.get(messageId) ?? []), { name, mime, content: Buffer.concat(parts) }])
  }
  return mails.map((mail) => (loaded.has(mail.messageId) ? { ...mail, files: loaded.get(mail.messageId)! } : mail))
}

/** Files that are erased leave every mail that carries them, with their names. */
export async function eraseMailFiles(ctx: TxCtx, fileIds: string[]): Promise<void> {
  await ctx.tx.delete(messageFiles).where(inArray(messageFiles.fileId, fileIds))
}
