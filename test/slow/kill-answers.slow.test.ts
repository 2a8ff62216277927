import { expect, it } from 'vitest'
import { buildWorker, ended, gone, newDatabase, start, until } from '#test/slow/killable.ts'

const people = 1_000
const kills = 20

buildWorker('answer-worker')

it.concurrent.each(['sqlite', 'postgres'] as const)(
  'on %s every unhappy answer that is taken has one place on a case and one word of it, however often the process is killed',
  async (engine) => {
    const DATABASE_URL = await newDatabase[engine]()
    await ended(start(DATABASE_URL, 'seed', String(people)))
    for (let killed = 0; killed < kills; killed++) {
      const worker = start(DATABASE_URL, 'work')
      let taken = 0
      worker.stdout!.on('data', (chunk) => (taken += String(chunk).split('\n').length - 1))
      // Each takes its share and dies amid the next ones.
      await until(() => taken >= people / (kills + 2), worker)
      worker.kill('SIGKILL')
      await gone(worker)
    }
    await ended(start(DATABASE_URL, 'work'))
    const seen = JSON.parse(await ended(start(DATABASE_URL, 'look'))) as { answered: number; unhappy: number }
    process.stdout.write(`${engine} ${JSON.stringify(seen)}\n`)
    // Of ten people two change their mind, one of them to unhappy; of the others seven in eleven are.
    expect(seen.answered).toBe(people)
    expect(seen.unhappy).toBeGreaterThan(people / 2)
    expect(seen).toMatchObject({ places: { 1: seen.unhappy }, words: { 1: seen.unhappy } })
    expect(seen).not.toHaveProperty('places.0')
    expect(seen).not.toHaveProperty('words.2')
  },
)
