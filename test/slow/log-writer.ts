import { sql } from 'drizzle-orm'
import { fileChunks } from '#db/schema/platform.ts'
import { openSqlite } from '#db/store/sqlite.ts'

/* Writes without end, four at a time, and says which writes were acknowledged; the log is copied at every turn. */
const store = openSqlite(process.argv[2]!, { checkpointAt: 100, checkpointNow: 1_000_000 })
const [last] = await store.db.select({ n: sql<number | null>`max(${fileChunks.n})` }).from(fileChunks)
let n = (last?.n ?? 0) + 1
const writeOn = async () => {
  for (;;) {
    const mine = n++
    await store.write(async (tx) => {
      await tx.insert(fileChunks).values({ fileId: 'file_none', n: mine, data: Buffer.alloc(40_000, mine) })
    })
    process.stdout.write(`${mine}\n`)
  }
}
await Promise.all([writeOn(), writeOn(), writeOn(), writeOn()])
