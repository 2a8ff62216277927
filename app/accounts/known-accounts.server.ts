import { and, isNotNull } from 'drizzle-orm'
import { mostLevels } from '#app/accounts/account-links.server.ts'
import { newAccount, type AccountRow, type Setting } from '#app/accounts/account-row.server.ts'
import { saysMore, type AccountInput, type Item } from '#app/accounts/import/fields.ts'
import { MergedKeys, type MergedKey } from '#app/accounts/merging/merged-keys.server.ts'
import { fold } from '#app/platform/text.ts'
import { amongTexts, manyTexts } from '#db/fragments.ts'
import { accounts, type RejectReason } from '#db/schema/accounts.ts'
import { statement } from '#db/statement.ts'
import type { Db } from '#db/store/store.ts'

/** A company of a batch: stored already, or about to be. */
export interface KnownAccount {
  row: AccountRow
  fresh: boolean
  /** Whether an item that counts has used it: a new company of refused items only isn't stored. */
  used: boolean
  changed: Set<keyof AccountRow>
  /** What the changed columns held; nothing of a new company. */
  before: Partial<AccountRow>
}

/** Enough of a row for items that only name their company: reading all of it costs as much as writing a person. */
const naming = {
  id: accounts.id,
  name: accounts.name,
  nameKey: accounts.nameKey,
  externalId: accounts.externalId,
  domain: accounts.domain,
  updatedAt: accounts.updatedAt,
}

const byExternal = and(amongTexts(accounts.externalId, 'texts'), isNotNull(accounts.externalId))
const byDomain = and(amongTexts(accounts.domain, 'texts'), isNotNull(accounts.domain))
const byName = amongTexts(accounts.nameKey, 'texts')
const find = {
  whole: [byExternal, byDomain, byName].map((where) => statement((db) => db.select().from(accounts).where(where))),
  named: [byExternal, byDomain, byName].map((where) =>
    statement((db) => db.select(naming).from(accounts).where(where)),
  ),
}

const findById = statement((db) => db.select().from(accounts).where(amongTexts(accounts.id, 'texts')))

/**
 * The companies that a batch of items speaks of. A company is found by its external id, else by its domain, else by
 * its name; one that is found by domain or name takes on an id or a domain it didn't have, and is another company
 * when it has a different one.
 */
export class KnownAccounts {
  readonly all: KnownAccount[] = []
  readonly #byId = new Map<string, KnownAccount>()
  readonly #byExternal = new Map<string, KnownAccount>()
  readonly #byDomain = new Map<string, KnownAccount[]>()
  readonly #byName = new Map<string, KnownAccount[]>()
  readonly #asMerged = new WeakSet<AccountInput>()
  #merged = new MergedKeys()

  constructor(readonly setting: Setting) {}

  static async load(db: Db, items: readonly Item[], setting: Setting, wholeRows = false): Promise<KnownAccounts> {
    const known = new KnownAccounts(setting)
    const ids = new Set<string>()
    const domains = new Set<string>()
    const names = new Set<string>()
    for (const { account } of items) {
      if (!account) continue
      if (account.externalId !== undefined) ids.add(account.externalId)
      if (account.domain !== undefined) domains.add(account.domain)
      if (account.name !== undefined) names.add(fold(account.name))
    }
    const parents = items.flatMap(({ parent }) => parent ?? [])
    for (const parent of parents) {
      ids.add(parent)
      names.add(fold(parent))
    }
    const whole =
      wholeRows ||
      parents.length > 0 ||
      items.some(({ account, contact }) => account && (saysMore(account) || contact?.isSponsor !== undefined))
    const statements = find[whole ? 'whole' : 'named']
    for (const [i, texts] of [ids, domains, names].entries()) {
      if (!texts.size) continue
      known.#add((await statements[i]!(db, { texts: manyTexts(texts) })) as AccountRow[])
    }
    known.#merged = await MergedKeys.load(db, 'account', { externalId: ids, domain: domains, nameKey: names })
    const survivors = known.#merged.survivors()
    if (survivors.size) known.#add(await findById(db, { texts: manyTexts(survivors) }))
    if (parents.length) await known.#loadAbove(db)
    return known
  }

  #add(rows: AccountRow[]) {
    for (const row of rows)
      if (!this.#byId.has(row.id)) this.#remember({ row, fresh: false, used: false, changed: new Set(), before: {} })
  }

  /** The company that a key of one that was merged leads to. */
  #survivor(key: MergedKey, text: string): KnownAccount | undefined {
    return this.#byId.get(this.#merged.get(key, text) ?? '')
  }

  /** Whether an item calls its company as one that was merged into it: such an item finds it, and changes nothing of it. */
  isMerged(input: AccountInput | null): boolean {
    return input !== null && this.#asMerged.has(input)
  }

  #found(input: AccountInput, survivor: KnownAccount): KnownAccount {
    this.#asMerged.add(input)
    return survivor
  }

  /** The companies above those that are known, so that no circle is closed. */
  async #loadAbove(db: Db) {
    for (let level = 0; level < mostLevels; level++) {
      const missing = new Set(this.all.flatMap(({ row: { parentId } }) => (parentId === null || this.#byId.has(parentId) ? [] : [parentId]))) // prettier-ignore
      if (!missing.size) return
      this.#add(await findById(db, { texts: manyTexts(missing) }))
    }
  }

  /** The company that an item names as the one above: by its own id, else by its whole name; null when none or several have it. */
  parent(text: string): KnownAccount | null {
    const named = this.#byName.get(fold(text)) ?? []
    if (this.#byExternal.has(text)) return this.#byExternal.get(text)!
    if (named.length) return named.length === 1 ? named[0]! : null
    return this.#survivor('externalId', text) ?? this.#survivor('nameKey', fold(text)) ?? null
  }

  /** Whether `upper` may not stand above `account`, since it stands below it or is it. `above`: what this batch changes. */
  closesCircle(account: KnownAccount, upper: KnownAccount, above: ReadonlyMap<string, string | null>): boolean {
    let at: KnownAccount | undefined = upper
    for (let level = 0; at && level <= mostLevels; level++) {
      if (at === account) return true
      const next: string | null = above.has(at.row.id) ? above.get(at.row.id)! : at.row.parentId
      at = next === null ? undefined : this.#byId.get(next)
    }
    return at !== undefined
  }

  #remember(account: KnownAccount) {
    const { row } = account
    this.#byId.set(row.id, account)
    this.index(account)
    this.all.push(account)
  }

  /** Files a company under its keys; again after it took on a new one. */
  index(account: KnownAccount) {
    const { externalId, domain, nameKey } = account.row
    if (externalId !== null) this.#byExternal.set(externalId, account)
    if (domain !== null) addTo(this.#byDomain, domain, account)
    addTo(this.#byName, nameKey, account)
  }

  /** The company of an item, a new one when nobody knows it, or why it can't be told. */
  find(input: AccountInput): KnownAccount | RejectReason {
    if (input.externalId !== undefined) {
      const found = this.#byExternal.get(input.externalId)
      if (found) return found
      const survivor = this.#survivor('externalId', input.externalId)
      if (survivor) return this.#found(input, survivor)
    }
    const fits = (account: KnownAccount) => input.externalId === undefined || account.row.externalId === null
    if (input.domain !== undefined) {
      const found = narrowed((this.#byDomain.get(input.domain) ?? []).filter(fits), input)
      if (found.length === 1) return found[0]!
      if (found.length > 1) return { code: 'account_ambiguous', field: 'domain', values: { n: found.length } }
      const survivor = this.#survivor('domain', input.domain)
      if (survivor && fits(survivor)) return this.#found(input, survivor)
    }
    if (input.name !== undefined) {
      const found = (this.#byName.get(fold(input.name)) ?? []).filter(
        (account) => fits(account) && (input.domain === undefined || account.row.domain === null),
      )
      if (found.length === 1) return found[0]!
      if (found.length > 1) return { code: 'account_ambiguous', field: 'account_name', values: { n: found.length } }
      const survivor = this.#survivor('nameKey', fold(input.name))
      if (survivor && fits(survivor)) return this.#found(input, survivor)
    }
    if (input.name === undefined && input.domain === undefined)
      return { code: 'account_unknown', field: 'account_external_id' }
    const made: KnownAccount = {
      row: newAccount(input, this.setting),
      fresh: true,
      used: false,
      changed: new Set(),
      before: {},
    }
    this.#remember(made)
    return made
  }
}

/** Several companies of one domain: the one of the name, if there is one. */
function narrowed(found: KnownAccount[], input: AccountInput): KnownAccount[] {
  if (found.length < 2 || input.name === undefined) return found
  const key = fold(input.name)
  const named = found.filter((account) => account.row.nameKey === key)
  return named.length === 1 ? named : found
}

function addTo(map: Map<string, KnownAccount[]>, key: string, account: KnownAccount) {
  const list = map.get(key)
  if (!list) map.set(key, [account])
  else if (!list.includes(account)) list.push(account)
}
