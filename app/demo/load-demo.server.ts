import type { Ctx } from '#app/audit/context.server.ts'
import { planAsks } from '#app/demo/advocacy/ask-rounds.server.ts'
import { planQuotes } from '#app/demo/advocacy/quote-rounds.server.ts'
import { midnight } from '#app/demo/days.ts'
import { beginning, addCustomers, setUpCompany, setUpPrograms } from '#app/demo/set-up.server.ts'
import { makeStage, play } from '#app/demo/stage.server.ts'
import { planStages } from '#app/demo/stages.server.ts'
import { planTickets, planWaves, waveAt } from '#app/demo/surveys.server.ts'
import { planVoices } from '#app/demo/voices.server.ts'
import { MINUTE } from '#app/platform/day.ts'
import { makeWorker, type Trade } from '#app/demo/work-through.server.ts'

export interface DemoOptions {
  /** The instant at which the demo's past ends. The same anchor and scale give the same demo. */
  anchor?: number
  /** Times 120 accounts and 1,000 contacts. */
  scale?: number
  /** What the seven colleagues sign in with. */
  password: string
  trade: Trade
  /** Hears how much is done, 0 to 1. */
  progress?: (share: number) => void
  /** Whether to give up: the database is then left as it is. */
  stopping?: () => boolean
}

/** Today's midnight where the demo's company is. */
export const defaultAnchor = (now: number) => midnight(now)

/**
 * Plays two years of a company that asks its customers, through the use cases and in the order of time: nothing here
 * writes a row by itself. For an empty database that nobody else writes to.
 * @throws DemoStopped
 */
export async function loadDemo(ctx: Ctx, options: DemoOptions): Promise<void> {
  const { anchor = defaultAnchor(ctx.now()), scale = 1, trade, progress = () => {}, stopping = () => false } = options
  const start = beginning(waveAt(0, anchor))
  const stage = makeStage(ctx, anchor, start)
  const worker = makeWorker(stage, trade)
  await setUpCompany(stage, options.password)
  const programs = await setUpPrograms(stage)
  const people = await addCustomers(stage, scale)
  planWaves(stage, worker, programs.nps)
  planVoices(stage, people, waveAt(0, anchor))
  planStages(stage, people)
  planAsks(stage, worker)
  planQuotes(stage, worker)
  planTickets(stage, worker, programs.csat, people, scale)
  await play(stage, { stopping, at: (now) => progress((0.95 * (now - start)) / (anchor - start)) })
  // Since the last mail of the past some more has come due.
  stage.clock.to(anchor - 5 * MINUTE)
  await worker.work()
  await worker.settle(ctx)
  progress(1)
}
