import { count, eq, type SQL } from 'drizzle-orm'
import type { MergeKind } from '#app/accounts/merging/fields.ts'
import type { MovingCounts } from '#app/accounts/merging/moved.ts'
import { read, type Ctx } from '#app/audit/context.server.ts'
import { accounts, contacts, holds } from '#db/schema/accounts.ts'
import { advocates } from '#db/schema/advocacy.ts'
import { casePeople, cases } from '#db/schema/cases.ts'
import { invitations, preferences, waveChoices, waves } from '#db/schema/delivery.ts'
import { responses } from '#db/schema/responses.ts'
import { voices } from '#db/schema/voices.ts'
import type { Db } from '#db/store/store.ts'

/** What belongs to a record, by kind. */
export async function countMoving(ctx: Ctx, kind: MergeKind, id: string): Promise<MovingCounts> {
  const db = read(ctx)
  return kind === 'account' ? ofAccount(db, id) : ofContact(db, id)
}

export const totalOf = (counts: Record<string, number | undefined>): number =>
  Object.values(counts).reduce<number>((sum, n) => sum + (n ?? 0), 0)

async function ofAccount(db: Db, id: string): Promise<MovingCounts> {
  const people = db.select({ n: count() }).from(contacts)
  return {
    people: await one(people.where(eq(contacts.accountId, id))),
    answers: await answers(db, eq(responses.accountId, id)),
    invitations: await sent(db, eq(invitations.accountId, id)),
    cases: await one(db.select({ n: count() }).from(cases).where(eq(cases.accountId, id))),
    voices: await one(db.select({ n: count() }).from(voices).where(eq(voices.accountId, id))),
    advocates: await one(
      db
        .select({ n: count() })
        .from(contacts)
        .innerJoin(advocates, eq(advocates.contactId, contacts.id))
        .where(eq(contacts.accountId, id)),
    ),
    holds: await held(db, `acc:${id}`),
    below: await one(db.select({ n: count() }).from(accounts).where(eq(accounts.parentId, id))),
  }
}

async function ofContact(db: Db, id: string): Promise<MovingCounts> {
  return {
    answers: await answers(db, eq(responses.contactId, id)),
    invitations: await sent(db, eq(invitations.contactId, id)),
    cases: await one(db.select({ n: count() }).from(casePeople).where(eq(casePeople.contactId, id))),
    voices: await one(db.select({ n: count() }).from(voices).where(eq(voices.contactId, id))),
    advocates: await one(db.select({ n: count() }).from(advocates).where(eq(advocates.contactId, id))),
    wishes: await one(db.select({ n: count() }).from(preferences).where(eq(preferences.contactId, id))),
    choices: await one(
      db
        .select({ n: count() })
        .from(waves)
        .innerJoin(waveChoices, eq(waveChoices.waveId, waves.id))
        .where(eq(waveChoices.contactId, id)),
    ),
    holds: await held(db, `con:${id}`),
  }
}

const one = async (query: PromiseLike<{ n: number }[]>) => (await query)[0]!.n
const answers = (db: Db, where: SQL) => one(db.select({ n: count() }).from(responses).where(where))
const sent = (db: Db, where: SQL) => one(db.select({ n: count() }).from(invitations).where(where))
const held = (db: Db, key: string) => one(db.select({ n: count() }).from(holds).where(eq(holds.subjectKey, key)))
