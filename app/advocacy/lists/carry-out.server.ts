import { ZodError } from 'zod'
import { write, type Ctx, type TxCtx } from '#app/audit/context.server.ts'
import { Refusal } from '#app/platform/errors.ts'
import { savepoint } from '#db/savepoint.ts'

/** What a line came to, or would. */
export type LineOutcome<T> = { done: T } | { refused: string }

/** Undoes a rehearsal. */
class Rehearsed<T> extends Error {
  constructor(readonly outcomes: LineOutcome<T>[]) {
    super('rehearsed')
  }
}

/** Does each line by the same verb as the pages, in a transaction of its own; what one is refused for stops no other. */
export async function carryOut<L, T>(
  ctx: Ctx,
  lines: L[],
  run: (ctx: Ctx, line: L) => Promise<T>,
): Promise<LineOutcome<T>[]> {
  const outcomes: LineOutcome<T>[] = []
  for (const line of lines) outcomes.push(await orRefused(() => run(ctx, line)))
  return outcomes
}

/**
 * The same, and takes it all back: what is said beforehand is what will be done, counted, compared and refused by the very
 * code that does it. For lists of a few hundred lines: nothing else is written meanwhile.
 */
export async function rehearse<L, T>(
  ctx: Ctx,
  lines: L[],
  run: (ctx: TxCtx, line: L) => Promise<T>,
): Promise<LineOutcome<T>[]> {
  try {
    return await write(ctx, async (ctx) => {
      const outcomes: LineOutcome<T>[] = []
      for (const line of lines)
        outcomes.push(await orRefused(() => savepoint(ctx.tx, (tx) => run({ ...ctx, tx }, line))))
      throw new Rehearsed(outcomes)
    })
  } catch (error) {
    if (error instanceof Rehearsed) return error.outcomes as LineOutcome<T>[]
    throw error
  }
}

async function orRefused<T>(run: () => Promise<T>): Promise<LineOutcome<T>> {
  try {
    return { done: await run() }
  } catch (error) {
    if (error instanceof ZodError) return { refused: 'line_incomplete' }
    if (error instanceof Refusal && error.status < 500) return { refused: error.code }
    throw error
  }
}
