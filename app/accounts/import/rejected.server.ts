import { and, asc, eq, gt } from 'drizzle-orm'
import type { Line } from '#app/accounts/import/read-lines.ts'
import type { Ctx } from '#app/audit/context.server.ts'
import { importRejects } from '#db/schema/accounts.ts'

const page = 500

/** The lines that the check refused, read beside the file in its order. */
export class Rejected {
  #page: number[] = []
  #last = 0
  #ended = false

  constructor(
    readonly ctx: Ctx,
    readonly importId: string,
  ) {}

  /** `lines` as they follow each other in the file. */
  async without(lines: Line[]): Promise<Line[]> {
    const refused = new Set<number>()
    const upTo = lines.at(-1)!.line
    for (;;) {
      while (this.#page.length && this.#page[0]! <= upTo) refused.add(this.#page.shift()!)
      if (this.#page.length || this.#ended) break
      const rows = await this.ctx.store.db
        .select({ line: importRejects.line })
        .from(importRejects)
        .where(and(eq(importRejects.importId, this.importId), gt(importRejects.line, this.#last)))
        .orderBy(asc(importRejects.line))
        .limit(page)
      this.#page = rows.map((row) => row.line)
      this.#last = this.#page.at(-1) ?? this.#last
      this.#ended = rows.length < page
    }
    return refused.size ? lines.filter(({ line }) => !refused.has(line)) : lines
  }
}
