import { KeyTable } from '#app/accounts/import/key-table.ts'

type Links = { updatedAt?: number; accountId?: string | null; parentId?: string | null; sponsorId?: string | null }

const base = 2 ** 30

/**
 * How things will stand once what was judged already is taken back, while the database doesn't know it yet: of one batch
 * that is about to be written, or of all batches of a mere count, in some 20 bytes a row.
 */
export class Ahead {
  readonly #rows = new Map<string, Links>()
  readonly #gone = new KeyTable()

  /** `since`: rows that are older were there before the import, so nobody asks how they will stand. */
  constructor(readonly since = 0) {}

  put(row: { id: string; createdAt: number }, links: Links) {
    // An older account is asked for its sponsor all the same: whoever was made one came with the import.
    if (row.createdAt >= this.since || links.sponsorId !== undefined)
      this.#rows.set(row.id, { ...this.#rows.get(row.id), ...links })
  }

  /** A row as it will stand. */
  of<Row extends { id: string }>(row: Row): Row {
    const links = this.#rows.get(row.id)
    return links ? { ...row, ...links } : row
  }

  /** So many people of an account (`people`), accounts below one (`below`) or answers of either (`answers`) will be gone. */
  less(what: 'people' | 'below' | 'answers', id: string | null, n = 1) {
    if (id !== null) this.#gone.set(`${what} ${id}`, base + this.gone(what, id) + n)
  }

  gone(what: 'people' | 'below' | 'answers', id: string): number {
    return (this.#gone.get(`${what} ${id}`) ?? base) - base
  }
}
