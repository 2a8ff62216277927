import { setImmediate as nextTurn } from 'node:timers/promises'
import { and, eq } from 'drizzle-orm'
import { auditedFilter, type ExportList, type Show } from '#app/audit/export/export-list.ts'
import { rowWriter, type RowWriter } from '#app/audit/export/write-rows.server.ts'
import { exportNames } from '#app/audit/export/words.ts'
import { authorise, read, write, type Ctx } from '#app/audit/context.server.ts'
import { recordEvent } from '#app/audit/record-event.server.ts'
import { isoOfDay } from '#app/platform/day.ts'
import { newId } from '#app/platform/ids.server.ts'
import { isoInZone } from '#app/platform/iso-in-zone.ts'
import { log } from '#app/platform/log.server.ts'
import { translator, type Locale } from '#app/platform/words.ts'
import type { ExportFormat } from '#db/enums/audit.ts'
import { exports } from '#db/schema/audit.ts'
import { organisation } from '#db/schema/platform.ts'

/** How often a running export writes down how far it is, in milliseconds. */
const heartbeat = 2_000

export interface OpenExport {
  body: ReadableStream<Uint8Array>
  type: string
  fileName: string
}

/** One type for every list, so that the audit shows at once whatever left in bulk. */
export const exported = 'audit.exported'

type Ending = 'complete' | 'aborted' | 'failed'

/**
 * A list with its filter as a file, made while it is taken: a step is read when the receiver has taken the one before.
 * It is a download and no job, since nobody waits for anything but the bytes themselves, and a finished file of
 * everybody's data would lie about. How far it is and what became of it stands in `exports`, with its one event
 * (rows, replaced characters, how it ended) once it is over: complete, aborted by who left, failed, or, when its
 * process died, lost (`end-lost-exports`).
 * @throws Forbidden as the list itself
 */
export async function openExport<Row, Filter extends object>(
  ctx: Ctx,
  list: ExportList<Row, Filter>,
  {
    query,
    format,
    ref,
    locale,
  }: { query: Record<string, string>; format: ExportFormat; ref: string | null; locale: Locale },
): Promise<OpenExport> {
  authorise(ctx, list.access)
  const filter = list.filter(query)
  const [found] = await read(ctx).select({ zone: organisation.zone }).from(organisation).limit(1)
  const iso = isoInZone(found?.zone ?? 'UTC')
  const t = translator(locale)
  const show: Show = {
    t,
    locale,
    iso: (at) => (at === null || at === undefined ? null : iso(at)),
    day: (day) => (day === null || day === undefined ? null : isoOfDay(day)),
  }
  const writer = rowWriter(format, list.columns, show)
  const run = await begin(ctx, list, { filter, format, ref })
  return {
    body: bodyOf(steps(ctx, list, filter, writer, run), (ending, error) =>
      end(ctx, list.name, writer, run, ending, error),
    ),
    type: writer.type,
    fileName: `${t(exportNames[list.name])}-${show.iso(ctx.now())!.slice(0, 10)}.${writer.extension}`,
  }
}

interface Run {
  id: string
  format: ExportFormat
  filter: Record<string, unknown>
  rows: number
}

/** Written before the first byte leaves. */
async function begin(
  ctx: Ctx,
  list: { name: string },
  { filter, format, ref }: { filter: object; format: ExportFormat; ref: string | null },
): Promise<Run> {
  const now = ctx.now()
  const run: Run = { id: newId('exp', now), format, filter: auditedFilter(filter), rows: 0 }
  await write(ctx, (ctx) =>
    ctx.tx.insert(exports).values({
      id: run.id,
      actorKind: ctx.actor.kind,
      actorId: ctx.actor.id,
      ref,
      list: list.name,
      format,
      filter: run.filter,
      state: 'running',
      rows: 0,
      replaced: 0,
      replacedRows: 0,
      startedAt: now,
      seenAt: now,
    }),
  )
  return run
}

let turn: Promise<unknown> = Promise.resolve()

/** One step at a time among all exports of this process, each in a turn of its own: ten of them cost answers no more than one. */
function inTurn<T>(step: () => Promise<T>): Promise<T> {
  const mine = turn.then(() => nextTurn()).then(step)
  turn = mine.catch(() => {})
  return mine
}

async function* steps<Row, Filter extends object>(
  ctx: Ctx,
  list: ExportList<Row, Filter>,
  filter: Filter,
  writer: RowWriter<Row>,
  run: Run,
): AsyncGenerator<Buffer> {
  yield writer.head()
  let seen = performance.now()
  for (let after: string | null = null; ;) {
    const { bytes, next } = await inTurn(async () => {
      const page = await list.page(ctx, filter, after)
      run.rows += page.rows.length
      return { bytes: writer.rows(page.rows), next: page.next }
    })
    if (bytes.length) yield bytes
    if (next === null) break
    after = next
    if (performance.now() - seen < heartbeat) continue
    seen = performance.now()
    await write(ctx, (ctx) =>
      ctx.tx
        .update(exports)
        .set({ rows: run.rows, ...countsOf(writer), seenAt: ctx.now() })
        .where(and(eq(exports.id, run.id), eq(exports.state, 'running'))),
    )
  }
  yield writer.foot()
}

const countsOf = ({ replaced, replacedRows }: RowWriter<never>) => ({ replaced, replacedRows })

function bodyOf(parts: AsyncGenerator<Buffer>, over: (ending: Ending, error?: unknown) => Promise<void>) {
  let ended = false
  const once = async (ending: Ending, error?: unknown) => {
    if (ended) return
    ended = true
    await over(ending, error)
  }
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        try {
          const { value, done } = await parts.next()
          if (ended) return
          if (!done) return controller.enqueue(value)
          await once('complete') // before the end is sent: who has the whole file finds it in the audit
          controller.close()
        } catch (error) {
          await once('failed', error)
          controller.error(error) // the connection breaks off, so that no half file passes for a whole one
        }
      },
      async cancel() {
        await once('aborted')
        await parts.return(undefined)
      },
    },
    { highWaterMark: 0 },
  )
}

async function end(ctx: Ctx, list: string, writer: RowWriter<never>, run: Run, ending: Ending, error: unknown) {
  if (ending === 'failed') log.error({ exportId: run.id, err: error }, 'an export broke off')
  const counts = countsOf(writer)
  await write(ctx, async (ctx) => {
    const [ended] = await ctx.tx
      .update(exports)
      .set({ state: ending, rows: run.rows, ...counts, seenAt: ctx.now(), endedAt: ctx.now() })
      .where(and(eq(exports.id, run.id), eq(exports.state, 'running')))
      .returning({ id: exports.id })
    if (!ended) return
    await recordEvent(ctx, {
      type: exported,
      subject: { kind: 'export', id: run.id },
      data: {
        list,
        format: run.format,
        ...(Object.keys(run.filter).length && { filter: run.filter }),
        rows: run.rows,
        ...counts,
        ended: ending,
      },
    })
  })
}
