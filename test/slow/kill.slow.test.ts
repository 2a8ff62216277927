import { it } from 'vitest'
import { buildWorker, ended, gone, newDatabase, start, until } from '#test/slow/killable.ts'
import { badProvider } from '#test/slow/provider.ts'

const sends = 2_000
const kills = 20

buildWorker('mail-worker')

for (const engine of ['sqlite', 'postgres'] as const) {
  it.concurrent(
    `2,000 sends survive 20 kills on ${engine} with none lost and none sent twice; without idempotency keys they would not`,
    async ({ expect }) => {
      const run = await sendThroughKills(engine)
      expect({ kills: run.kills, inFlight: run.killedInFlight }).toEqual({ kills, inFlight: kills })
      expect(run.states).toEqual({ sent: sends })
      expect({ lost: run.lost, twice: run.twice }).toEqual({ lost: 0, twice: 0 })
      expect(Object.keys(run.fates)).toEqual(
        expect.arrayContaining([
          '429',
          '500',
          '500 after accepting',
          'cut before accepting',
          'reply lost',
          'silent',
          'replayed',
        ]),
      )
      expect(Object.keys(run.fates)).not.toContain('409 other body')

      const keyless = await sendThroughKills(engine, 'keyless')
      expect(keyless.lost).toBe(0)
      expect(keyless.twice).toBeGreaterThanOrEqual(5)
    },
  )
}

async function sendThroughKills(engine: 'sqlite' | 'postgres', ...mode: string[]) {
  const started = Date.now()
  const DATABASE_URL = await newDatabase[engine]()
  const provider = await badProvider()
  await ended(start(DATABASE_URL, 'seed', String(sends)))
  let killed = 0
  let killedInFlight = 0
  while (killed < kills) {
    const worker = start(DATABASE_URL, 'work', provider.url, ...mode)
    const before = provider.delivered.size
    // Each one sends its share and dies with requests under way.
    await until(() => provider.delivered.size >= Math.min(before + 60, sends - 100) && provider.inFlight() > 0, worker)
    if (provider.inFlight() > 0) killedInFlight++
    worker.kill('SIGKILL')
    await gone(worker)
    killed++
  }
  const states = JSON.parse(await ended(start(DATABASE_URL, 'work', provider.url, ...mode))) as Record<string, number>
  await provider.close()
  const times = [...provider.delivered.values()]
  const run = {
    kills: killed,
    killedInFlight,
    lost: sends - times.length,
    twice: times.filter((n) => n > 1).length,
    states,
    fates: provider.fates,
  }
  process.stdout.write(
    `${[engine, ...mode].join(' ')} ${JSON.stringify({ ...run, seconds: Math.round((Date.now() - started) / 1000) })}\n`,
  )
  return run
}
