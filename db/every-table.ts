import { getTableColumns, is, Table } from 'drizzle-orm'
import { getTableConfig as postgresConfig } from 'drizzle-orm/pg-core'
import { getTableConfig as sqliteConfig } from 'drizzle-orm/sqlite-core'
import { engine } from '#db/engine.ts'
import * as access from '#db/schema/access.ts'
import * as accounts from '#db/schema/accounts.ts'
import * as accountsMoving from '#db/schema/accounts-moving.ts'
import * as advocacy from '#db/schema/advocacy.ts'
import * as advocacyAsks from '#db/schema/advocacy-asks.ts'
import * as advocacyConsents from '#db/schema/advocacy-consents.ts'
import * as advocacyTasks from '#db/schema/advocacy-tasks.ts'
import * as advocacyRates from '#db/schema/advocacy-rates.ts'
import * as advocacyReferrals from '#db/schema/advocacy-referrals.ts'
import * as advocacyQuotes from '#db/schema/advocacy-quotes.ts'
import * as advocacyRewards from '#db/schema/advocacy-rewards.ts'
import * as audit from '#db/schema/audit.ts'
import * as cases from '#db/schema/cases.ts'
import * as casesReplies from '#db/schema/cases-replies.ts'
import * as delivery from '#db/schema/delivery.ts'
import * as email from '#db/schema/email.ts'
import * as emailFiles from '#db/schema/email-files.ts'
import * as insights from '#db/schema/insights.ts'
import * as integrations from '#db/schema/integrations.ts'
import * as jobs from '#db/schema/jobs.ts'
import * as notifications from '#db/schema/notifications.ts'
import * as platform from '#db/schema/platform.ts'
import * as responses from '#db/schema/responses.ts'
import * as responsesTouches from '#db/schema/responses-touches.ts'
import * as surveys from '#db/schema/surveys.ts'
import * as voices from '#db/schema/voices.ts'
import type { Db } from '#db/store/store.ts'

type AnyTable = Parameters<Db['delete']>[0]

const rooms: object[] = [
  platform,
  audit,
  jobs,
  email,
  emailFiles,
  access,
  notifications,
  accounts,
  accountsMoving,
  surveys,
  delivery,
  responses,
  responsesTouches,
  voices,
  cases,
  casesReplies,
  advocacy,
  advocacyAsks,
  advocacyConsents,
  advocacyTasks,
  advocacyReferrals,
  advocacyRates,
  advocacyQuotes,
  advocacyRewards,
  insights,
  integrations,
]

/** Every table, those first that others point to. */
export const everyTable: readonly AnyTable[] = inOrder(
  rooms.flatMap((room) => Object.values(room).filter((one): one is AnyTable => is(one, Table))),
)

function inOrder(tables: AnyTable[]): AnyTable[] {
  const done = new Set<AnyTable>()
  const visit = (table: AnyTable) => {
    if (done.has(table)) return
    done.add(table)
    for (const other of pointedAt(table)) visit(other)
    ordered.push(table)
  }
  const ordered: AnyTable[] = []
  tables.forEach(visit)
  return ordered
}

/** The tables that a table's foreign keys name. */
function pointedAt(table: AnyTable): AnyTable[] {
  const config = engine === 'postgres' ? postgresConfig(table as never) : sqliteConfig(table)
  return config.foreignKeys.map((key) => key.reference().foreignTable as AnyTable)
}

/** Whether nothing was ever written: no row in any table. */
export async function isEmpty(db: Db): Promise<boolean> {
  for (const table of everyTable) {
    const [column] = Object.values(getTableColumns(table))
    const rows = await db.select({ column: column! }).from(table).limit(1)
    if (rows.length) return false
  }
  return true
}

/** Deletes every row of every table, those first that point to others. */
export async function emptyTables(tx: Db): Promise<void> {
  for (const table of [...everyTable].reverse()) await tx.delete(table)
}
