import { and, eq } from 'drizzle-orm'
import { authorise, write, type Ctx } from '#app/audit/context.server.ts'
import { recordEvent } from '#app/audit/record-event.server.ts'
import { Conflict, NotFound } from '#app/platform/errors.ts'
import { changeProgramStateSchema, programMoves } from '#app/surveys/program.ts'
import { askedPrograms } from '#app/surveys/recovery/asked-programs.server.ts'
import { programs } from '#db/schema/surveys.ts'
import type { z } from 'zod'

/**
 * Sets a program live, pauses or archives it. Pausing stops what is not sent yet; links that were sent go on working.
 * Asking for the state it has already changes nothing.
 * @returns the state it had
 * @throws Conflict when there is no way from its state to the one asked for
 */
export async function changeProgramState(ctx: Ctx, input: z.input<typeof changeProgramStateSchema>) {
  const { id, to } = changeProgramStateSchema.parse(input)
  authorise(ctx, 'programs.launch')
  return write(ctx, async (ctx) => {
    const [program] = await ctx.tx
      .select({ state: programs.state })
      .from(programs)
      .where(and(askedPrograms, eq(programs.id, id)))
    if (!program) throw new NotFound()
    const from = program.state
    if (from === to) return { from }
    if (!programMoves[from].includes(to)) throw new Conflict('program_cannot_move')
    const [moved] = await ctx.tx
      .update(programs)
      .set({ state: to, updatedAt: ctx.now() })
      .where(and(eq(programs.id, id), eq(programs.state, from)))
      .returning({ id: programs.id })
    if (!moved) throw new Conflict('program_changed')
    await recordEvent(ctx, {
      type: 'surveys.program_state_changed',
      subject: { kind: 'program', id },
      data: { from, to },
    })
    return { from }
  })
}
