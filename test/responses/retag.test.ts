import { eq } from 'drizzle-orm'
import { expect, it } from 'vitest'
import { addStarterTopics } from '#app/responses/topics/add-starter-topics.server.ts'
import { cancelRetag } from '#app/responses/topics/cancel-retag.server.ts'
import { getRetag } from '#app/responses/topics/get-retag.server.ts'
import { retag } from '#app/responses/topics/retag.server.ts'
import { startRetag } from '#app/responses/topics/start-retag.server.ts'
import { tagNew } from '#app/responses/topics/tag-pump.server.ts'
import { startWorker } from '#app/jobs/worker.server.ts'
import { registry as product } from '#app/subscriptions.server.ts'
import { events } from '#db/schema/audit.ts'
import { jobs } from '#db/schema/jobs.ts'
import { responseTopics, topics } from '#db/schema/responses.ts'
import { makeProgram, makeResponse } from '#test/cases/make.ts'
import { until } from '#test/jobs/make.ts'
import { calmRun } from '#test/responses/topics.ts'
import { world, type World } from '#test/world.ts'

/** Comments that were looked through before there was any topic. */
async function past(n: number): Promise<World> {
  const w = await world()
  const program = await makeProgram(w)
  for (let i = 0; i < n; i++) await makeResponse(w, program, { comment: i % 2 ? 'It is slow.' : '料金が高い。' })
  while ((await tagNew(w.system())) > 0);
  await addStarterTopics(w.ctx())
  return w
}
const tags = async (w: World) => (await w.store.db.select().from(responseTopics)).length

it('a run gives every past comment its topics, counts them, and says so', async () => {
  const w = await past(5)
  const id = await startRetag(w.ctx())
  await expect(startRetag(w.ctx())).rejects.toMatchObject({ status: 409, code: 'retag_running' })
  await retag(w.system(), calmRun(id))
  expect(await tags(w)).toBe(5)
  expect(await getRetag(w.ctx())).toMatchObject({ state: 'done', done: 5, total: 5, gained: 5, lost: 0 })
  expect(await w.store.db.select().from(topics).where(eq(topics.appliedVersion, 0))).toEqual([])
  const told = await w.store.db.select().from(events).where(eq(events.subjectId, id))
  expect(told.map((event) => event.type)).toEqual(['responses.retag_started', 'responses.retagged'])
  w.clock.advance(1)
  await retag(w.system(), calmRun(await startRetag(w.ctx())))
  expect(await getRetag(w.ctx())).toMatchObject({ state: 'done', done: 5, gained: 0, lost: 0 })
})

it('a run that is stopped goes on where it was', async () => {
  const w = await past(450)
  const id = await startRetag(w.ctx())
  let asked = 0
  const handed = await retag(w.system(), calmRun(id, { stopping: () => ++asked > 1 }))
  expect(handed).toEqual({ again: w.now() })
  expect(await getRetag(w.ctx())).toMatchObject({ state: 'running', done: 200, total: 450, gained: 200 })
  expect(await tags(w)).toBe(200)
  const seen: number[] = []
  await retag(w.system(), calmRun(id, { progress: async ({ done }) => void seen.push(done) }))
  expect(seen[0]).toBe(200)
  expect(await getRetag(w.ctx())).toMatchObject({ state: 'done', done: 450, gained: 450 })
})

it('a cancelled run ends at its next batch; what it has done stands', async () => {
  const w = await past(250)
  const id = await startRetag(w.ctx())
  const cancel = async () => {
    if ((await getRetag(w.ctx()))!.state === 'running') await cancelRetag(w.ctx()).catch(() => {}) // it may have just ended
  }
  let turns = 0
  let cancelling = Promise.resolve()
  const stopping = () => {
    if (++turns === 2) cancelling = cancel()
    return false
  }
  await retag(w.system(), calmRun(id, { stopping }))
  await cancelling // it may look once more, when the run has ended before it
  await until(async () => (await getRetag(w.ctx()))!.state !== 'running')
  const ended = await getRetag(w.ctx())
  expect(['cancelled', 'done']).toContain(ended!.state)
  expect(ended!.done).toBe(await tags(w))
  await expect(cancelRetag(w.ctx())).rejects.toMatchObject({ code: 'retag_ended' })
})

it('the worker does it: the button is all that it takes', async () => {
  const w = await past(3)
  await startRetag(w.ctx())
  const worker = startWorker(w.system(), { ...product, schedules: {}, pumps: {} }, { poll: 10 })
  await until(async () => (await getRetag(w.ctx()))!.state === 'done')
  await worker.stop()
  expect(await tags(w)).toBe(3)
})

it('a run whose job was given up is shown as such', async () => {
  const w = await past(1)
  await startRetag(w.ctx())
  expect(await getRetag(w.ctx())).toMatchObject({ givenUp: false })
  await w.store.write((tx) => tx.update(jobs).set({ state: 'dead' }))
  expect(await getRetag(w.ctx())).toMatchObject({ state: 'running', givenUp: true })
})
