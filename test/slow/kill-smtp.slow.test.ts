import { it } from 'vitest'
import { smtpServer } from '#test/email/smtp-server.ts'
import { buildWorker, ended, gone, newDatabase, start, until } from '#test/slow/killable.ts'

const sends = 600
const kills = 20
const lanes = 4

buildWorker('mail-worker')

for (const engine of ['sqlite', 'postgres'] as const) {
  it(`through SMTP, ${sends} sends survive ${kills} kills on ${engine}: none twice, none lost, and what nobody knows is uncertain`, async ({
    expect,
  }) => {
    const DATABASE_URL = await newDatabase[engine]()
    let inFlight = 0
    const server = await smtpServer(async (step) => {
      if (step !== 'content') return undefined
      inFlight++
      await new Promise((done) => setTimeout(done, 20 + Math.random() * 40))
      inFlight--
      const fate = Math.random()
      return fate < 0.03 ? 'taken then hang up' : fate < 0.06 ? 'hang up' : undefined
    })
    await ended(start(DATABASE_URL, 'seed', String(sends)))
    let killedInFlight = 0
    for (let i = 0; i < kills; i++) {
      const worker = start(DATABASE_URL, 'work', server.url)
      const before = server.taken.length
      await until(() => server.taken.length >= Math.min(before + 15, sends - 200) && inFlight > 0, worker)
      if (inFlight > 0) killedInFlight++
      worker.kill('SIGKILL')
      await gone(worker)
    }
    const states = JSON.parse(await ended(start(DATABASE_URL, 'work', server.url))) as Record<string, number>
    const { sent = 0, uncertain = 0, ...others } = states
    const taken = new Map<string, number>()
    for (const { text } of server.taken) {
      const id = /^X-Message: (\S+)/m.exec(text)![1]!
      taken.set(id, (taken.get(id) ?? 0) + 1)
    }
    await server.close()
    const twice = [...taken.values()].filter((n) => n > 1).length
    process.stdout.write(`smtp ${engine} ${JSON.stringify({ ...states, taken: taken.size, twice, killedInFlight })}\n`)
    expect({ twice, killedInFlight, others }).toEqual({ twice: 0, killedInFlight: kills, others: {} })
    expect(sent + uncertain).toBe(sends)
    // Whatever is said to be sent has arrived; only of the uncertain ones some have and some haven't.
    expect(taken.size).toBeGreaterThanOrEqual(sent)
    expect(taken.size).toBeLessThanOrEqual(sends)
    expect(uncertain).toBeGreaterThanOrEqual(kills)
    expect(uncertain).toBeLessThanOrEqual(kills * lanes + sends * 0.2)
  })
}
