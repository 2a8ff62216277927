import { asc, eq } from 'drizzle-orm'
import { applyImport } from '#app/loop/apply-import.server.ts'
import { startUndo } from '#app/accounts/start-undo.server.ts'
import { getImport } from '#app/accounts/get-import.server.ts'
import { contactSchema } from '#app/accounts/account.ts'
import { editContact } from '#app/accounts/save-contact.server.ts'
import { events } from '#db/schema/audit.ts'
import { startImport } from '#app/accounts/start-import.server.ts'
import type { JobRun } from '#app/jobs/job.ts'
import { undoImport } from '#app/loop/undo-import.server.ts'
import { accounts, accountStages, contacts, importKept, imports } from '#db/schema/accounts.ts'
import { invitations, preferences } from '#db/schema/delivery.ts'
import { scoreDeltas, scores, sendDeltas, sends, repeatedAnswers, windowRepeats } from '#db/schema/insights.ts'
import { responseGrams, responseRevisions, responses, responseTexts, responseTopics } from '#db/schema/responses.ts'
import { programs, programVersions } from '#db/schema/surveys.ts'
import { checked } from '#test/accounts/make.ts'
import type { World } from '#test/world.ts'

export const runOf = (id: string, over: Partial<JobRun> = {}): JobRun => ({
  id: 'job_test',
  attempt: 1,
  payload: { importId: id },
  progress: async () => {},
  stopping: () => false,
  ...over,
})

/** Uploads, checks and applies a file of customers as the product does, opt-outs included; each at a later time. */
export async function customersImported(w: World, content: string, fields?: string[]) {
  w.clock.advance(60_000)
  const { id } = await checked(w, content, fields)
  await startImport(w.ctx(), id)
  await applyImport(w.system(), runOf(id))
  w.clock.advance(60_000)
  return getImport(w.ctx(), id)
}

export const runUndo = (w: World, id: string, over: Partial<JobRun> = {}) => undoImport(w.system(), runOf(id, over))

/** Takes an import back. */
export async function undone(w: World, id: string) {
  await startUndo(w.ctx(), id)
  await runUndo(w, id)
  const [row] = await w.store.db.select().from(imports).where(eq(imports.id, id))
  return { state: row!.state, ...row!.undo!.run! }
}

/** Why rows stayed, by their id. */
export async function keptRows(w: World, id: string): Promise<Record<string, string>> {
  const rows = await w.store.db.select().from(importKept).where(eq(importKept.importId, id))
  return Object.fromEntries(rows.map(({ subjectId, kind, reason }) => [subjectId, `${kind}: ${reason}`]))
}

/** Every table that an import may write, as it stands. */
export async function everything(w: World) {
  const { db } = w.store
  const sorted = (rows: object[]) => rows.map((row) => JSON.stringify(row)).sort()
  return {
    accounts: await db.select().from(accounts).orderBy(asc(accounts.id)),
    contacts: await db.select().from(contacts).orderBy(asc(contacts.id)),
    stages: sorted(await db.select().from(accountStages)),
    preferences: sorted(await db.select().from(preferences)),
    invitations: sorted(await db.select().from(invitations)),
    responses: sorted(await db.select({ id: responses.id, score: responses.score, comment: responses.comment }).from(responses)), // prettier-ignore
    revisions: sorted(await db.select().from(responseRevisions)),
    topics: sorted(await db.select().from(responseTopics)),
    texts: sorted(await db.select().from(responseTexts)),
    grams: sorted(await db.select().from(responseGrams)),
    programs: sorted(await db.select().from(programs)),
    versions: sorted(await db.select().from(programVersions)),
    scores: sorted(await db.select().from(scores)),
    deltas: sorted(await db.select().from(scoreDeltas)),
    sends: sorted([...(await db.select().from(sends)), ...(await db.select().from(sendDeltas))]),
    repeats: sorted([...(await db.select().from(windowRepeats)), ...(await db.select().from(repeatedAnswers))]),
  }
}

export const byEmail = async (w: World, email: string) =>
  (await w.store.db.select().from(contacts).where(eq(contacts.emailKey, email)))[0]!
export const byName = async (w: World, name: string) =>
  (await w.store.db.select().from(accounts).where(eq(accounts.name, name)))[0]!
export const eventsOf = async (w: World, type: string) => w.store.db.select().from(events).where(eq(events.type, type))
/** A company's key for finding duplicates comes with its name; the factory of these tests leaves it out. */
export const plain = (state: Awaited<ReturnType<typeof everything>>) => ({
  ...state,
  accounts: state.accounts.map(({ matchKey: _, ...row }) => row),
})
export const edit = async (w: World, id: string, over: object) => {
  const [row] = await w.store.db.select().from(contacts).where(eq(contacts.id, id))
  const form = Object.fromEntries(Object.entries({ ...row!, ...over }).filter(([, value]) => value !== null))
  await editContact(w.ctx(), { id, seenAt: row!.updatedAt }, contactSchema.parse(form))
}
