import { and, count, eq, inArray, isNotNull, max } from 'drizzle-orm'
import { authorise, read, type Ctx } from '#app/audit/context.server.ts'
import { arrived } from '#app/delivery/list-recipients.server.ts'
import { nextDue } from '#app/delivery/next-due.server.ts'
import { mostLookedUp } from '#app/delivery/wave.ts'
import { env } from '#app/platform/env.server.ts'
import { NotFound } from '#app/platform/errors.ts'
import type { invitationStates } from '#db/enums/delivery.ts'
import { users } from '#db/schema/access.ts'
import { invitations, waveChoices, waves } from '#db/schema/delivery.ts'
import { messages } from '#db/schema/email.ts'
import { jobs } from '#db/schema/jobs.ts'
import { programVersions, programs } from '#db/schema/surveys.ts'

type InvitationState = (typeof invitationStates)[number]

/** A wave with its program, how its invitations stand, and the progress of the job that works on it. @throws NotFound */
export async function getWave(ctx: Ctx, id: string) {
  authorise(ctx, 'programs.read')
  const db = read(ctx)
  const [found] = await db
    .select({ wave: waves, program: programs, version: programVersions.number, launchedBy: users.name })
    .from(waves)
    .innerJoin(programs, eq(programs.id, waves.programId))
    .innerJoin(programVersions, eq(programVersions.id, waves.versionId))
    .leftJoin(users, eq(users.id, waves.launchedBy))
    .where(eq(waves.id, id))
  if (!found) throw new NotFound()
  const [planning] = await db
    .select({ progress: jobs.progress })
    .from(jobs)
    .where(eq(jobs.key, `wave/${id}/plan`))
  const choices = await db
    .select({ choice: waveChoices.choice, n: count() })
    .from(waveChoices)
    .where(eq(waveChoices.waveId, id))
    .groupBy(waveChoices.choice)
  const chosen = (choice: string) => choices.find((row) => row.choice === choice)?.n ?? 0
  return {
    ...found,
    choices: { out: chosen('exclude'), added: chosen('add') },
    progress: planning?.progress ?? null,
    funnel: await funnelOf(ctx, id),
  }
}

/** How many invitations of a wave stand where; each count reads an index of this wave only. */
async function funnelOf(ctx: Ctx, waveId: string) {
  const db = read(ctx)
  const states = await db
    .select({ state: invitations.state, n: count() })
    .from(invitations)
    .where(eq(invitations.waveId, waveId))
    .groupBy(invitations.state)
  const [answered] = await db
    .select({ n: count(), last: max(invitations.answeredAt) })
    .from(invitations)
    .where(and(eq(invitations.waveId, waveId), isNotNull(invitations.answeredAt)))
  const by = Object.fromEntries(states.map((row) => [row.state, row.n])) as Partial<Record<InvitationState, number>>
  const sent = by.sent ?? 0
  const waiting = (by.planned ?? 0) + (by.queued ?? 0)
  return {
    /** Everybody whom the wave asks, or has asked: who is held back counts once they are. */
    invited: waiting + sent + (by.failed ?? 0) + (by.cancelled ?? 0),
    waiting,
    deferred: by.deferred ?? 0,
    nextDueAt: by.planned ? await nextDue(ctx, waveId) : null,
    sent,
    failed: by.failed ?? 0,
    skipped: by.skipped ?? 0,
    cancelled: by.cancelled ?? 0,
    delivered: sent <= mostLookedUp ? await deliveredOf(ctx, waveId) : null,
    answered: answered?.n ?? 0,
    lastAnswerAt: answered?.last ?? null,
  }
}

/** Null when nobody says: neither the mailbox nor a mail server reports what arrived. */
async function deliveredOf(ctx: Ctx, waveId: string): Promise<number | null> {
  const [row] = await read(ctx)
    .select({ n: count() })
    .from(invitations)
    .innerJoin(messages, and(eq(messages.refKind, 'invitation'), eq(messages.refId, invitations.id)))
    .where(and(eq(invitations.waveId, waveId), eq(invitations.state, 'sent'), inArray(messages.delivery, [...arrived])))
  const n = row?.n ?? 0
  return n > 0 || env.MAIL_TRANSPORT === 'resend' ? n : null
}
