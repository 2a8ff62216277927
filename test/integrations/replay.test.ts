import { beforeEach, expect, test } from 'vitest'
import { answerOnce, callLease, keptFor, pruneReplays, type Answered } from '#app/integrations/replay.server.ts'
import { apiReplays } from '#db/schema/integrations.ts'
import { world, type World } from '#test/world.ts'

let w: World
beforeEach(async () => {
  w = await world()
})
const call = { apiKeyId: 'key_a', key: 'k', request: 'POST /x\n{}' }
const once = (work: () => Promise<Answered>, over: Partial<typeof call> = {}) =>
  answerOnce(w.system(), { ...call, ...over }, work)
const answer =
  (body: string, status = 200) =>
  async () => ({ status, body })
const rows = () => w.store.db.select().from(apiReplays)

test('while the first call runs the same key waits outside', async () => {
  let finish = () => {}
  const first = once(() => new Promise((resolve) => (finish = () => resolve({ status: 200, body: 'first' }))))
  await expect.poll(rows).toHaveLength(1)
  await expect(once(answer('second'))).rejects.toMatchObject({ status: 409, code: 'idempotency_running' })
  finish()
  expect(await first).toEqual({ status: 200, body: 'first', replayed: false })
  expect(await once(answer('third'))).toEqual({ status: 200, body: 'first', replayed: true })
})

test('a call that died leaves its place after a minute, and what wakes up late writes nothing over its successor', async () => {
  let wake = () => {}
  const dead = once(() => new Promise((resolve) => (wake = () => resolve({ status: 200, body: 'late' }))))
  await expect.poll(rows).toHaveLength(1)
  w.clock.advance(callLease + 1)
  expect(await once(answer('successor'))).toMatchObject({ body: 'successor', replayed: false })
  wake()
  await dead
  expect(await once(answer('x'))).toMatchObject({ body: 'successor', replayed: true })
})

test('what fails or says nothing of the request is not kept', async () => {
  await expect(once(() => Promise.reject(new Error('broken')))).rejects.toThrow('broken')
  for (const status of [409, 429, 500, 503]) await once(answer('no', status))
  expect(await rows()).toEqual([])
  expect(await once(answer('yes'))).toMatchObject({ body: 'yes', replayed: false })
})

test('the same key of another program is another call', async () => {
  await once(answer('a'))
  expect(await once(answer('b'), { apiKeyId: 'key_b' })).toMatchObject({ body: 'b', replayed: false })
})

test('after a day a key is free again, and what nobody may repeat is forgotten', async () => {
  await once(answer('a'))
  w.clock.advance(keptFor + 1)
  expect(await once(answer('b'), { request: 'POST /x\n{"other":1}' })).toMatchObject({ body: 'b', replayed: false })
  w.clock.advance(keptFor + 1)
  await pruneReplays(w.system(), {
    id: 'job',
    attempt: 1,
    payload: {},
    progress: async () => {},
    stopping: () => false,
  })
  expect(await rows()).toEqual([])
})

test('of twenty at once exactly one does the work', async () => {
  let done = 0
  const tries = await Promise.allSettled(
    Array.from({ length: 20 }, () =>
      once(async () => {
        done++
        await new Promise((resolve) => setTimeout(resolve, 20))
        return { status: 200, body: 'x' }
      }),
    ),
  )
  expect(done).toBe(1)
  for (const one of tries)
    if (one.status === 'rejected') expect(one.reason).toMatchObject({ code: 'idempotency_running' })
})
