import { and, isNotNull } from 'drizzle-orm'
import type { MergeKind } from '#app/accounts/merging/fields.ts'
import { amongTexts, manyTexts } from '#db/fragments.ts'
import { mergedIds } from '#db/schema/accounts-moving.ts'
import { statement } from '#db/statement.ts'
import type { Db } from '#db/store/store.ts'

const keys = ['externalId', 'domain', 'nameKey', 'emailKey'] as const
export type MergedKey = (typeof keys)[number]

const any = statement((db) => db.select({ id: mergedIds.id }).from(mergedIds).limit(1))
const finds = Object.fromEntries(
  keys.map((key) => [
    key,
    statement((db) =>
      db
        .select({ kind: mergedIds.kind, key: mergedIds[key], intoId: mergedIds.intoId })
        .from(mergedIds)
        .where(and(amongTexts(mergedIds[key], 'texts'), isNotNull(mergedIds[key]))),
    ),
  ]),
) as Record<MergedKey, ReturnType<typeof statement<{ kind: MergeKind; key: string | null; intoId: string }[]>>>

/** Which survivors the ids, names and addresses of merged records lead to. Where nothing was merged, one short look. */
export class MergedKeys {
  readonly #into = new Map<string, string | null>()

  static async load(db: Db, kind: MergeKind, wanted: Partial<Record<MergedKey, Set<string>>>): Promise<MergedKeys> {
    const merged = new MergedKeys()
    if (!(await any(db)).length) return merged
    for (const key of keys) {
      const texts = wanted[key]
      if (!texts?.size) continue
      for (const row of await finds[key](db, { texts: manyTexts(texts) })) {
        if (row.kind !== kind) continue
        const name = `${key} ${row.key!}`
        // What two survivors were called by tells neither.
        merged.#into.set(name, merged.#into.has(name) && merged.#into.get(name) !== row.intoId ? null : row.intoId)
      }
    }
    return merged
  }

  /** The id of the survivor, or undefined. */
  get(key: MergedKey, text: string | undefined): string | undefined {
    return text === undefined ? undefined : (this.#into.get(`${key} ${text}`) ?? undefined)
  }

  survivors(): Set<string> {
    return new Set([...this.#into.values()].filter((id) => id !== null))
  }
}
