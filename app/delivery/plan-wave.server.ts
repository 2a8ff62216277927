import { setImmediate as turn } from 'node:timers/promises'
import { and, asc, count, eq, gt, inArray, isNull, lte, ne } from 'drizzle-orm'
import { write, type Ctx } from '#app/audit/context.server.ts'
import { recordEvent } from '#app/audit/record-event.server.ts'
import { getOrganisation } from '#app/access/get-organisation.server.ts'
import { candidateColumns, gatherFacts, type Candidate } from '#app/delivery/plan-facts.server.ts'
import { findContactRules } from '#app/delivery/get-contact-rules.server.ts'
import { heldBack, invitationLifetime, judge } from '#app/delivery/planning.ts'
import { sendingHours, type SendingHours } from '#app/delivery/sending-hours.server.ts'
import { meant } from '#app/delivery/wave-audience.server.ts'
import { enqueue } from '#app/jobs/enqueue.server.ts'
import type { JobHandler, JobRun } from '#app/jobs/job.ts'
import { newId } from '#app/platform/ids.server.ts'
import type { Locale } from '#app/platform/words.ts'
import { rowsInsert } from '#db/insert-rows.ts'
import { accounts, contacts } from '#db/schema/accounts.ts'
import type { ContactRules } from '#db/enums/delivery.ts'
import { invitations, waves, type WaveCounts } from '#db/schema/delivery.ts'
import { programs } from '#db/schema/surveys.ts'

/** Contacts looked at in one step, and so the most invitations in one write. */
export const planStep = 200
/** Steps whose people are all outside the audience are remembered this seldom. */
const quietSteps = 25

/** Prepared: a builder would spend more on the statement than the database on the rows. */
const insertInvitations = rowsInsert(invitations, [
  'id',
  'programId',
  'versionId',
  'waveId',
  'contactId',
  'accountId',
  'channel',
  'occasion',
  'respondentKey',
  'state',
  'reason',
  'dueAt',
  'nextPossibleAt',
  'expiresAt',
  'language',
  'gen',
  'isTest',
  'anyHour',
  'createdAt',
])

type Wave = typeof waves.$inferSelect
type Program = typeof programs.$inferSelect

/**
 * Job `delivery.plan-wave`: an invitation for everybody of the audience: planned, held back until the next possible time,
 * or skipped, both with the reason. Whoever waits for an earlier wave of the program waits for this one instead. Goes
 * through the contacts by id and keeps its place in the same write, so a killed run goes on where it stopped and
 * plans nobody twice. Nothing is sent before it has looked at everybody.
 */
export const planWave: JobHandler = async (ctx, run) => {
  const waveId = String(run.payload.waveId)
  const [found] = await ctx.store.db
    .select({ wave: waves, program: programs })
    .from(waves)
    .innerJoin(programs, eq(programs.id, waves.programId))
    .where(eq(waves.id, waveId))
  if (!found || found.wave.state !== 'planning') return
  const { program } = found
  const { locale } = await getOrganisation(ctx)
  const rules = await findContactRules(ctx)
  const by: Planner = { program, locale, rules, hours: await sendingHours(ctx, rules), startedAt: ctx.now() }
  await endEarlierWaits(ctx, found.wave)
  const [all] = await ctx.store.db.select({ n: count() }).from(contacts)
  const total = all?.n ?? 0

  let wave: Wave = found.wave
  let cursor = wave.plannedUpTo ?? ''
  let done = cursor === '' ? 0 : await countUpTo(ctx, cursor)
  let quiet = 0
  for (;;) {
    const step = await nextStep(ctx, wave.id, by, cursor)
    if (!step) return finish(ctx, wave)
    quiet = step.people.length ? 0 : quiet + 1
    if (step.people.length || quiet >= quietSteps) {
      const next = await savePlan(ctx, wave, by, step)
      if (!next) return // cancelled, or another run has taken this step
      wave = next
      quiet = 0
    }
    cursor = step.last
    done += step.seen
    await tell(run, done, total)
    if (run.stopping()) return { again: ctx.now() }
    await turn()
  }
}

/** What a step of planning goes by. */
interface Planner {
  program: Program
  locale: Locale
  rules: ContactRules
  hours: SendingHours
  /** Everybody whose hours have begun is due at once, so that those of an account go together. */
  startedAt: number
}

/** Nobody is held back for two waves of one program: this one asks them, or says itself why not. */
async function endEarlierWaits(ctx: Ctx, wave: Wave): Promise<void> {
  const others = and(
    eq(invitations.programId, wave.programId),
    ne(invitations.waveId, wave.id),
    eq(invitations.state, 'deferred'),
  )
  for (;;) {
    const some = await ctx.store.db.select({ id: invitations.id }).from(invitations).where(others).limit(planStep)
    if (!some.length) return
    const ids = some.map((row) => row.id)
    await write(ctx, (ctx) =>
      ctx.tx
        .update(invitations)
        .set({ state: 'skipped', nextPossibleAt: null })
        .where(and(inArray(invitations.id, ids), eq(invitations.state, 'deferred'))),
    )
    await turn()
  }
}

const tell = (run: JobRun, done: number, total: number) =>
  run.progress({ done: Math.min(done, total), total: Math.max(done, total), stage: 'planning' })

async function countUpTo(ctx: Ctx, cursor: string): Promise<number> {
  const [row] = await ctx.store.db.select({ n: count() }).from(contacts).where(lte(contacts.id, cursor))
  return row?.n ?? 0
}

interface Step {
  /** The last contact looked at, in the audience or not. */
  last: string
  seen: number
  people: Candidate[]
}

/** The next contacts by id; bounded by how many are looked at, not by how many fit. */
async function nextStep(ctx: Ctx, waveId: string, { program, locale }: Planner, cursor: string): Promise<Step | null> {
  const db = ctx.store.db
  const ids = await db
    .select({ id: contacts.id })
    .from(contacts)
    .where(gt(contacts.id, cursor))
    .orderBy(asc(contacts.id))
    .limit(planStep)
  const last = ids.at(-1)?.id
  if (!last) return null
  const rows = await db
    .select(candidateColumns)
    .from(contacts)
    .leftJoin(accounts, eq(accounts.id, contacts.accountId))
    .where(and(gt(contacts.id, cursor), lte(contacts.id, last), meant(waveId, program.audience, locale)))
    .orderBy(asc(contacts.id))
  return { last, seen: ids.length, people: await gatherFacts(ctx, rows, { program, waveId }) }
}

/** Writes one step and moves the cursor, if the wave still stands where this run believes it stands. */
function savePlan(
  ctx: Ctx,
  wave: Wave,
  { program, locale, rules, hours, startedAt }: Planner,
  step: Step,
): Promise<Wave | null> {
  const at = ctx.now()
  const counts: WaveCounts = structuredClone(wave.counts ?? noCounts)
  const waiting = (counts.waiting ??= {})
  const rows = step.people.map((person) => {
    const verdict = judge(person.facts, program, rules, at)
    counts.audience += 1
    if (verdict.kind === 'skip') counts.skipped[verdict.reason] = (counts.skipped[verdict.reason] ?? 0) + 1
    else if (verdict.kind === 'wait') waiting[verdict.reason] = (waiting[verdict.reason] ?? 0) + 1
    else counts.invited += 1
    const dueAt = wave.anyHour ? startedAt : hours(startedAt, person.zone)
    return {
      id: newId('inv', at),
      programId: wave.programId,
      versionId: wave.versionId,
      waveId: wave.id,
      contactId: person.id,
      accountId: person.accountId,
      channel: 'email' as const,
      occasion: `wave:${wave.id}`,
      respondentKey: person.id,
      ...(verdict.kind === 'invite' ? goes : heldBack(verdict, program, at, at)),
      dueAt,
      expiresAt: dueAt + invitationLifetime,
      language: person.language ?? locale,
      gen: 1,
      isTest: false,
      anyHour: wave.anyHour,
      createdAt: at,
    }
  })
  return write(ctx, async (ctx) => {
    const before = wave.plannedUpTo === null ? isNull(waves.plannedUpTo) : eq(waves.plannedUpTo, wave.plannedUpTo)
    const [moved] = await ctx.tx
      .update(waves)
      .set({ plannedUpTo: step.last, counts })
      .where(and(eq(waves.id, wave.id), eq(waves.state, 'planning'), before))
      .returning()
    if (moved) await insertInvitations(ctx.tx, rows)
    return moved ?? null
  })
}

const goes = { state: 'planned', reason: null, nextPossibleAt: null } as const

const noCounts: WaveCounts = { audience: 0, invited: 0, skipped: {}, waiting: {}, complete: false }

/** Everybody was looked at: sending may begin. */
async function finish(ctx: Ctx, wave: Wave): Promise<void> {
  const counts: WaveCounts = { ...(wave.counts ?? noCounts), complete: true }
  await write(ctx, async (ctx) => {
    const [ready] = await ctx.tx
      .update(waves)
      .set({ state: 'sending', counts })
      .where(and(eq(waves.id, wave.id), eq(waves.state, 'planning')))
      .returning({ id: waves.id })
    if (!ready) return
    await recordEvent(ctx, {
      type: 'delivery.wave_planned',
      subject: { kind: 'wave', id: wave.id },
      data: { programId: wave.programId, ...counts },
    })
    await enqueue(ctx, { kind: 'delivery.enqueue-wave', key: `wave/${wave.id}/enqueue`, payload: { waveId: wave.id } })
  })
}
