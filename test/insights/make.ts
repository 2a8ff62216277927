import { eq } from 'drizzle-orm'
import { write, type Ctx } from '#app/audit/context.server.ts'
import { insertScoreDelta } from '#app/insights/insert-score-delta.server.ts'
import { newId } from '#app/platform/ids.server.ts'
import { classOf } from '#app/statistics/scale.ts'
import type { Metric } from '#db/enums/statistics.ts'
import { invitations } from '#db/schema/delivery.ts'
import { responses } from '#db/schema/responses.ts'
import { programVersions, programs } from '#db/schema/surveys.ts'
import { insert } from '#test/make.ts'
import type { World } from '#test/world.ts'

export type ProgramRow = typeof programs.$inferSelect
export type ResponseRow = typeof responses.$inferSelect

const words = {
  subject: '',
  question: '',
  low: '',
  high: '',
  followUp: { low: '', mid: '', high: '' },
  thanks: { low: '', mid: '', high: '' },
  why: '',
}

export async function makeProgram(
  w: World,
  over: Partial<typeof programs.$inferInsert> = {},
): Promise<ProgramRow & { versionId: string }> {
  const program = await insert(w.store, programs, {
    id: newId('prg', w.now()),
    name: 'Relationship',
    metric: 'nps' as Metric,
    kind: 'relationship',
    state: 'live',
    brandId: w.brandId,
    audience: {},
    caseRule: { enabled: true, threshold: 6, severity: [{ upTo: 10, severity: 'normal' }] },
    minIntervalDays: 90,
    inScore: true,
    createdAt: w.now(),
    updatedAt: w.now(),
    ...over,
  })
  const version = await insert(w.store, programVersions, {
    id: newId('ver', w.now()),
    programId: program.id,
    number: 1,
    content: { questionId: 'q', wording: { en: words, ja: words } },
    createdAt: w.now(),
    createdBy: w.admin.kind,
  })
  return { ...program, versionId: version.id }
}

let made = 0

type Over = Partial<typeof responses.$inferInsert> & { score: number; day: number }

/** A counted answer as it is stored, and the change of the score that belongs to it, in one transaction. */
export async function answer(
  w: World,
  program: ProgramRow & { versionId: string },
  { score, day, ...over }: Over,
): Promise<ResponseRow> {
  const n = ++made
  return write(w.system(), async (ctx) => {
    const invitationId = newId('inv', w.now())
    await ctx.tx.insert(invitations).values({
      id: invitationId,
      programId: program.id,
      versionId: program.versionId,
      channel: 'email',
      occasion: `test:${n}`,
      respondentKey: `respondent ${n}`,
      state: 'sent',
      dueAt: 0,
      sentDay: day,
      sentAt: 0,
      expiresAt: 0,
      language: 'en',
      gen: 1,
      isTest: over.isTest ?? false,
      createdAt: 0,
    })
    const [row] = await ctx.tx
      .insert(responses)
      .values({
        id: newId('rsp', w.now()),
        invitationId,
        programId: program.id,
        versionId: program.versionId,
        contactId: null,
        accountId: null,
        state: 'counted',
        score,
        class: classOf(program.metric, score),
        language: 'en',
        answeredAt: day * 86_400_000 + n,
        day,
        counts: true,
        isTest: false,
        products: [],
        ...over,
      })
      .returning()
    if (row!.counts) await note(ctx, row!, 1)
    return row!
  })
}

/** The same answer with another score, as the loop writes it down. */
export async function rescore(w: World, metric: Metric, id: string, score: number): Promise<void> {
  await write(w.system(), async (ctx) => {
    const [before] = await ctx.tx.select().from(responses).where(eq(responses.id, id))
    const [after] = await ctx.tx
      .update(responses)
      .set({ score, class: classOf(metric, score) })
      .where(eq(responses.id, id))
      .returning()
    await note(ctx, before!, -1)
    await note(ctx, after!, 1)
  })
}

/** The answer is taken back: it no longer counts. */
export async function withdraw(w: World, id: string): Promise<void> {
  await write(w.system(), async (ctx) => {
    const [row] = await ctx.tx
      .update(responses)
      .set({ state: 'withdrawn', counts: false })
      .where(eq(responses.id, id))
      .returning()
    await note(ctx, row!, -1)
  })
}

function note(ctx: Ctx & { tx: NonNullable<Ctx['tx']> }, row: ResponseRow, sign: 1 | -1) {
  return insertScoreDelta(ctx, {
    responseId: row.id,
    programId: row.programId,
    day: row.day,
    language: row.language,
    snapshot: row,
    sign,
    class: row.class,
    score: row.score,
  })
}
