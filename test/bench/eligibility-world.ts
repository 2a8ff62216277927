import Database from 'better-sqlite3'
import { startSession } from '#app/access/sessions.server.ts'
import { weighStandings } from '#app/advocacy/asking/weigh-standings.server.ts'
import { system } from '#app/audit/actor.ts'
import type { Ctx } from '#app/audit/context.server.ts'
import type { Progress } from '#db/schema/jobs.ts'
import { DAY } from '#app/platform/day.ts'
import { makeKeyring } from '#app/platform/keyring.server.ts'
import { migrate } from '#db/migrate.ts'
import { openStore } from '#db/store/open.ts'

/** People of one account. */
const perAccount = 4

/**
 * Promoters of accounts of eight industries and four regions, nominated through the last year: half agreed to be asked for a
 * referral, one account in thirty has an open case, one in twenty is held, one renews soon, one person in five was asked before.
 * @returns the secret of a marketer's session
 */
export async function fillPromoters(file: string, people: number, key: string): Promise<string[]> {
  await migrate(`file:${file}`)
  const db = new Database(file)
  db.pragma('foreign_keys = OFF')
  db.pragma('synchronous = OFF')
  db.function('pad', (n) => String(n).padStart(9, '0'))
  db.transaction(() => {
    db.exec(`create temp table n as with recursive n(i) as (select 0 union all select i + 1 from n where i < ${people - 1}) select i from n`) // prettier-ignore
    for (const sql of rows(people, Date.now())) db.exec(sql)
  })()
  db.pragma('wal_checkpoint(TRUNCATE)')
  db.exec('analyze')
  db.close()
  const store = openStore(`file:${file}`)
  const ctx: Ctx = { store, keys: makeKeyring([key]), actor: system('bench'), now: Date.now }
  const session = await store.write((tx) => startSession({ ...ctx, tx }, 'usr_0', 'bench'))
  await weigh(ctx)
  await store.close()
  return [session.secret]
}

/** Works the standings of one kind out, as the job does after a change of its rules. @returns how often it said how far it is */
export async function weigh(ctx: Ctx): Promise<number> {
  const said: Progress[] = []
  await weighStandings(ctx, {
    id: 'bench',
    attempt: 1,
    payload: { kinds: ['referral'] },
    progress: (at) => Promise.resolve(void said.push(at)),
    stopping: () => false,
  })
  return said.length
}

const words = (column: string, names: string[]) =>
  `case ${column} ${names.map((name, i) => `when ${i} then '${name}'`).join(' ')} end`

const industries = ['Food', 'Media', 'Logistics', 'Health', 'Finance', 'Retail', 'Energy', 'Education']
const regions = ['Japan', 'Germany', 'Brazil', 'Canada']

const rows = (people: number, now: number) => [
  `insert into organisation (id, name, postal_address, zone, base_currency, fiscal_month, locale)
     values ('org', 'Sora', '1-1 Marunouchi', 'Asia/Tokyo', 'JPY', 4, 'en') on conflict do nothing`,
  `insert into brands (id, name, colour, sender_name) values ('brd', 'Koe', '#000000', 'Koe')`,
  `insert into users (id, email, email_key, name, locale, state, created_at) values ('usr_0', 'm@koe.test', 'm@koe.test', 'Mia', 'en', 'active', 0)`,
  `insert into user_roles (user_id, role) values ('usr_0', 'marketer')`,
  `insert into programs (id, name, metric, kind, state, brand_id, audience, case_rule, min_interval_days, in_score, created_at, updated_at)
     values ('prg', 'Relationship', 'nps', 'relationship', 'live', 'brd', '{}', '{}', 90, 1, 0, 0)`,
  `insert into program_versions (id, program_id, number, content, created_at, created_by) values ('ver', 'prg', 1, '{}', 0, 'usr_0')`,
  `insert into accounts (id, name, name_key, products, health, is_internal, tier, industry, region, renewal_on, owner_id, created_at, updated_at)
     select 'acc_' || pad(i), 'Customer ' || i, 'customer ' || i, '[]', iif(i % 12, 'green', 'red'), 0, 'gold',
       ${words(`i % ${industries.length}`, industries)}, ${words(`i / 3 % ${regions.length}`, regions)},
       date(${Math.floor(now / 1000)} + (i % 20) * 2592000, 'unixepoch'), 'usr_0', 0, 0
     from n where i < ${Math.ceil(people / perAccount)}`,
  `insert into contacts (id, account_id, name, name_key, email, email_key, search_key, language, is_test, is_shared, state, last_answered_at, last_class, created_at, updated_at)
     select 'con_' || pad(i), 'acc_' || pad(i / ${perAccount}), 'Person ' || i, 'person ' || i, 'p' || i || '@customer.test', 'p' || i || '@customer.test', 'person ' || i, 'en', 0, 0, 'active', ${now} - i % 365 * ${DAY}, 'high', 0, 0 from n`,
  `insert into invitations (id, program_id, version_id, contact_id, account_id, channel, occasion, respondent_key, state, due_at, expires_at, answered_at, language, gen, is_test, created_at)
     select 'inv_' || pad(i), 'prg', 'ver', 'con_' || pad(i), 'acc_' || pad(i / ${perAccount}), 'email', 'x:' || i, 'con_' || pad(i), 'sent', 0, 0, 0, 'en', 0, 0, 0 from n`,
  `insert into responses (id, invitation_id, program_id, version_id, contact_id, account_id, state, score, class, comment, language, answered_at, day, counts, is_test, products)
     select 'rsp_' || pad(i), 'inv_' || pad(i), 'prg', 'ver', 'con_' || pad(i), 'acc_' || pad(i / ${perAccount}), 'counted', 10, 'high', 'Support answers within minutes, every time.', 'en', ${now} - i % 365 * ${DAY}, ${Math.floor(now / DAY)} - i % 365, 1, 0, '[]' from n`,
  `insert into advocates (contact_id, account_id, state, response_id, nominated_at, updated_at)
     select 'con_' || pad(i), 'acc_' || pad(i / ${perAccount}), 'candidate', 'rsp_' || pad(i), ${now} - i % 365 * ${DAY} - i, 0 from n`,
  `insert into consents (id, party, ask_type, text_version, state, source, at)
     select 'cst_' || pad(i), 'con:con_' || pad(i), 'referral', '1/en', 'given', 'thanks', 0 from n where i % 2 = 0`,
  `insert into cases (id, subject_key, account_id, state, owner_id, severity, opened_at, reply_due_at, rank_at, rank_parts, reopened, lock_version, waiting)
     select 'cas_' || pad(i), 'acc:acc_' || pad(i * 30), 'acc_' || pad(i * 30), 'new', 'usr_0', 'normal', 0, 0, 0, '[]', 0, 0, 1 from n where i < ${Math.floor(people / perAccount / 30)}`,
  `insert into holds (id, subject_key, reason, ref_id, at)
     select 'hol_' || pad(i), 'acc:acc_' || pad(i * 20), 'manual', 'x', 0 from n where i < ${Math.floor(people / perAccount / 20)}`,
  `insert into asks (id, kind, version, contact_id, account_id, state, channel, holder_id, reserved_at, reserved_until, quarter, language, sent_at)
     select 'ask_' || pad(i), iif(i % 2, 'review', 'referral'), 0, 'con_' || pad(i * 5), 'acc_' || pad(i * 5 / ${perAccount}), 'declined', 'mail', 'usr_0', 0, 0, 8104, 'en', ${now} - i % 300 * ${DAY} from n where i < ${Math.floor(people / 5)}`,
]
