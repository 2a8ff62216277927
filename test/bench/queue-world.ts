import Database from 'better-sqlite3'
import { startSession } from '#app/access/sessions.server.ts'
import { system } from '#app/audit/actor.ts'
import type { Ctx } from '#app/audit/context.server.ts'
import { DAY, HOUR } from '#app/platform/day.ts'
import { makeKeyring } from '#app/platform/keyring.server.ts'
import { migrate } from '#db/migrate.ts'
import { openStore } from '#db/store/open.ts'

/** Colleagues who work cases, in teams of five. */
export const colleagues = 50
const teamSize = 5
/** How many of them have all the cases. */
const owners = 10

/**
 * Cases of which one in ten is open, each of another customer of ten colleagues and with its answer: due from ten days ago to ten days
 * ahead, with head starts of up to three days; a tenth of the open ones wait for the customer, half are claimed.
 * @returns the secret of a session of every colleague
 */
export async function fillQueue(file: string, open: number, key: string): Promise<string[]> {
  await migrate(`file:${file}`)
  const db = new Database(file)
  db.pragma('foreign_keys = OFF')
  db.pragma('synchronous = OFF')
  db.function('pad', (n) => String(n).padStart(9, '0'))
  db.transaction(() => {
    furnish(db)
    db.exec(
      `create temp table n as with recursive n(i) as (select 0 union all select i + 1 from n where i < ${open * 10 - 1}) select i from n`,
    )
    for (const sql of rows(open, Date.now())) db.exec(sql)
  })()
  db.pragma('wal_checkpoint(TRUNCATE)')
  db.exec('analyze')
  db.close()
  const store = openStore(`file:${file}`)
  const ctx: Ctx = { store, keys: makeKeyring([key]), actor: system('bench'), now: Date.now }
  const secrets = await store.write(async (tx) => {
    const made: string[] = []
    for (let i = 0; i < colleagues; i++) made.push((await startSession({ ...ctx, tx }, userId(i), 'bench')).secret)
    return made
  })
  await store.close()
  return secrets
}

const userId = (i: number) => `usr_${String(i).padStart(9, '0')}`

function furnish(db: Database.Database) {
  db.exec(`
    insert into organisation (id, name, postal_address, zone, base_currency, fiscal_month, locale)
      values ('org', 'Sora', '1-1 Marunouchi', 'Asia/Tokyo', 'JPY', 4, 'en') on conflict do nothing;
    insert into brands (id, name, colour, sender_name) values ('brd', 'Koe', '#000000', 'Koe');
    insert into programs (id, name, metric, kind, state, brand_id, audience, case_rule, min_interval_days, in_score, created_at, updated_at)
      values ('prg', 'Relationship', 'nps', 'relationship', 'live', 'brd', '{}', '{}', 90, 1, 0, 0);
    insert into program_versions (id, program_id, number, content, created_at, created_by) values ('ver', 'prg', 1, '{}', 0, 'usr');
  `)
  const team = db.prepare(`insert into teams (id, name, lead_id, created_at) values (?, ?, ?, 0)`)
  const user = db.prepare(
    `insert into users (id, email, email_key, name, locale, state, team_id, created_at) values (?, ?, ?, ?, 'en', 'active', ?, 0)`,
  )
  const role = db.prepare(`insert into user_roles (user_id, role) values (?, 'csm')`)
  for (let i = 0; i < colleagues; i++) {
    const teamId = `tea_${Math.floor(i / teamSize)}`
    if (i % teamSize === 0) team.run(teamId, `Team ${i / teamSize}`, userId(i))
    user.run(userId(i), `csm${i}@koe.test`, `csm${i}@koe.test`, `Colleague ${i}`, teamId)
    role.run(userId(i))
  }
}

/** Of the i-th case: the last tenth are the open ones; the n-th of these has the n-th customer. */
const rows = (open: number, now: number) => [
  `insert into accounts (id, name, name_key, products, health, is_internal, tier, arr_minor, currency, owner_id, created_at, updated_at)
     select 'acc_' || pad(i), 'Customer ' || i, 'customer ' || i, '[]', 'green', 0, 'gold', 1000000, 'JPY', 'usr_' || pad(i % ${owners}), 0, 0 from n where i < ${open}`,
  `insert into contacts (id, account_id, name, name_key, email, email_key, search_key, is_test, is_shared, state, created_at, updated_at)
     select 'con_' || pad(i), 'acc_' || pad(i), 'Person ' || i, 'person ' || i, 'p' || i || '@customer.test', 'p' || i || '@customer.test', 'person ' || i, 0, 0, 'active', 0, 0 from n where i < ${open}`,
  `insert into invitations (id, program_id, version_id, contact_id, account_id, channel, occasion, respondent_key, state, due_at, expires_at, answered_at, language, gen, is_test, created_at)
     select 'inv_' || pad(i), 'prg', 'ver', 'con_' || pad(i % ${open}), 'acc_' || pad(i % ${open}), 'email', 'x:' || i, 'con_' || pad(i % ${open}), 'sent', 0, 0, 0, 'en', 0, 0, 0 from n`,
  `insert into responses (id, invitation_id, program_id, version_id, contact_id, account_id, state, score, class, comment, language, answered_at, day, counts, is_test, products)
     select 'rsp_' || pad(i), 'inv_' || pad(i), 'prg', 'ver', 'con_' || pad(i % ${open}), 'acc_' || pad(i % ${open}), 'counted', i % 7, 'low', 'It took three weeks until somebody answered.', 'en', ${now} - i % 700 * ${DAY}, ${Math.floor(now / DAY)} - i % 700, 1, 0, '[]' from n`,
  `insert into cases (id, subject_key, account_id, state, owner_id, severity, opened_at, reply_due_at, resolve_due_at, rank_at, rank_parts, claimed_at, reopened, lock_version, waiting, late_at)
     select 'cas_' || pad(i), 'acc:' || 'acc_' || pad(i % ${open}), 'acc_' || pad(i % ${open}), iif(i < ${open * 9}, 'closed', iif(i % 10, 'new', 'waiting')), 'usr_' || pad(i * 7 % ${owners}), 'normal', ${now} - 30 * ${DAY},
       due, due + 10 * ${DAY}, due - i % 73 * ${HOUR}, '[]', iif(i % 2, 0, null), 0, 0, iif(i < ${open * 9}, 0, i % 10 > 0), iif(i < ${open * 9}, null, due)
     from (select i, ${now} + (i * 7919 % 20000 - 10000) * ${DAY / 1000} as due from n)`,
  `insert into case_people (id, case_id, contact_id, response_id, state, reply_due_at)
     select 'cpn_' || substr(c.id, 5), c.id, 'con_' || substr(c.account_id, 5), 'rsp_' || substr(c.id, 5), iif(c.waiting, 'waiting', 'replied'), c.reply_due_at from cases c`,
  `insert into case_answers (response_id, case_person_id, at) select response_id, id, 0 from case_people`,
]
