import { createHash } from 'node:crypto'
import { and, asc, eq, inArray, isNotNull, lt, sql } from 'drizzle-orm'
import { DAY } from '#app/platform/day.ts'
import { Refusal } from '#app/platform/errors.ts'
import { newId } from '#app/platform/ids.server.ts'
import { fileChunks, files } from '#db/schema/platform.ts'
import { statement } from '#db/statement.ts'
import type { Db, Store } from '#db/store/store.ts'

/*
 * Files live in the database, since web and worker processes share no disk: one row, and its content in chunks.
 * Whoever calls has authorised already and records the event.
 */

/** Bytes of a chunk: small enough that writing one never keeps an answer waiting. */
export const CHUNK_BYTES = 256 * 1024

export type StoredFile = typeof files.$inferSelect

export interface NewFile {
  /** What it is for: `logo`, `import`, … */
  kind: string
  name: string
  mime: string
  /** Milliseconds UTC. */
  at: number
  /** When it may be dropped; null keeps it. */
  expiresAt?: number | null
}

/** Saves a small file whole, inside the caller's transaction. Returns its id. */
export async function saveFile(tx: Db, file: NewFile, content: Uint8Array): Promise<string> {
  const id = newId('file', file.at)
  await tx.insert(files).values({
    id,
    kind: file.kind,
    name: file.name,
    mime: file.mime,
    bytes: content.byteLength,
    sha256: createHash('sha256').update(content).digest('hex'),
    createdAt: file.at,
    expiresAt: file.expiresAt ?? null,
  })
  for (let n = 0; n * CHUNK_BYTES < content.byteLength; n++) {
    const part = content.subarray(n * CHUNK_BYTES, (n + 1) * CHUNK_BYTES)
    await addChunk(tx, { fileId: id, n, data: Buffer.from(part) })
  }
  return id
}

const addChunk = statement((db) =>
  db
    .insert(fileChunks)
    .values({ fileId: sql.placeholder('fileId'), n: sql.placeholder('n'), data: sql.placeholder('data') }),
)

/**
 * Saves a stream of any length, one short write a chunk, so that other writes go on in between. Until it is whole
 * the file carries an expiry of a day: what an aborted upload leaves behind is swept.
 * @throws Refusal 413 when it is longer than `maxBytes`; nothing is kept then, nor when the stream breaks
 */
export async function saveStream(
  store: Store,
  file: NewFile,
  stream: AsyncIterable<Uint8Array>,
  { maxBytes }: { maxBytes: number },
): Promise<{ id: string; bytes: number; sha256: string }> {
  const id = newId('file', file.at)
  const hash = createHash('sha256')
  let bytes = 0
  let n = 0
  await store.write((tx) =>
    tx.insert(files).values({
      id,
      kind: file.kind,
      name: file.name,
      mime: file.mime,
      bytes: 0,
      sha256: '',
      createdAt: file.at,
      expiresAt: file.at + DAY,
    }),
  )
  try {
    for await (const data of inChunks(stream)) {
      bytes += data.length
      if (bytes > maxBytes) throw new Refusal(413, 'too_large', { limit: inWords(maxBytes) })
      hash.update(data)
      const at = n++
      await store.write((tx) => addChunk(tx, { fileId: id, n: at, data }))
    }
    const sha256 = hash.digest('hex')
    await store.write((tx) =>
      tx
        .update(files)
        .set({ bytes, sha256, expiresAt: file.expiresAt ?? null })
        .where(eq(files.id, id)),
    )
    return { id, bytes, sha256 }
  } catch (error) {
    await dropFile(store, id)
    throw error
  }
}

async function* inChunks(stream: AsyncIterable<Uint8Array>): AsyncGenerator<Buffer> {
  let parts: Uint8Array[] = []
  let held = 0
  for await (const part of stream) {
    parts.push(part)
    held += part.byteLength
    while (held >= CHUNK_BYTES) {
      const all = Buffer.concat(parts)
      yield Buffer.from(all.subarray(0, CHUNK_BYTES))
      const rest = all.subarray(CHUNK_BYTES)
      parts = rest.length ? [rest] : []
      held = rest.length
    }
  }
  if (held) yield Buffer.concat(parts)
}

const inWords = (bytes: number) =>
  bytes >= 1024 * 1024 ? `${Math.floor(bytes / 1024 / 1024)} MB` : `${Math.floor(bytes / 1024)} KB`

const findFile = statement((db) =>
  db
    .select()
    .from(files)
    .where(eq(files.id, sql.placeholder('id'))),
)

/** The row of a file, or null. */
export async function getFile(db: Db, id: string): Promise<StoredFile | null> {
  const [file] = await findFile(db, { id })
  return file ?? null
}

const findChunk = statement((db) =>
  db
    .select({ data: fileChunks.data })
    .from(fileChunks)
    .where(and(eq(fileChunks.fileId, sql.placeholder('fileId')), eq(fileChunks.n, sql.placeholder('n')))),
)

/** The content, chunk by chunk, from chunk number `from` (for work that resumes). Ends at once when there is no such file. */
export async function* readFile(db: Db, id: string, from = 0): AsyncGenerator<Buffer> {
  for (let n = from; ; n++) {
    const [chunk] = await findChunk(db, { fileId: id, n })
    if (!chunk) return
    yield chunk.data
  }
}

/** What was stored with an expiry is kept, in the transaction of what it belongs to. @throws when it was swept meanwhile */
export async function keepFile(tx: Db, id: string): Promise<void> {
  const [kept] = await tx.update(files).set({ expiresAt: null }).where(eq(files.id, id)).returning({ id: files.id })
  if (!kept) throw new Error(`the file ${id} is gone`)
}

/** Removes a small file whole, inside the caller's transaction. */
export async function eraseFile(tx: Db, id: string): Promise<void> {
  await tx.delete(fileChunks).where(eq(fileChunks.fileId, id))
  await tx.delete(files).where(eq(files.id, id))
}

/** Removes a file and its content, in short writes. */
export async function dropFile(store: Store, id: string): Promise<void> {
  await store.write((tx) => tx.delete(files).where(eq(files.id, id)))
  for (;;) {
    const some = await store.db
      .select({ n: fileChunks.n })
      .from(fileChunks)
      .where(eq(fileChunks.fileId, id))
      .orderBy(asc(fileChunks.n))
      .limit(64)
    if (!some.length) return
    const numbers = some.map((chunk) => chunk.n)
    await store.write((tx) =>
      tx.delete(fileChunks).where(and(eq(fileChunks.fileId, id), inArray(fileChunks.n, numbers))),
    )
  }
}

/** Removes the files whose time is over; for a scheduled job. Returns how many. */
export async function dropExpiredFiles(store: Store, now: number): Promise<number> {
  const over = await store.db
    .select({ id: files.id })
    .from(files)
    .where(and(isNotNull(files.expiresAt), lt(files.expiresAt, now)))
    .limit(100)
  for (const file of over) await dropFile(store, file.id)
  return over.length
}
