import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { resolve } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import Database from 'better-sqlite3'
import { build } from 'vite'
import { beforeAll, expect, it } from 'vitest'
import { fileOf } from '#db/store/open.ts'
import { freshDatabase } from '#test/database.ts'

const kills = 20
const outDir = resolve('node_modules/.cache/koe-slow-log') // inside the project, so that its packages are found

beforeAll(async () => {
  await build({
    configFile: false,
    logLevel: 'error',
    build: {
      ssr: resolve('test/slow/log-writer.ts'),
      outDir,
      emptyOutDir: true,
      target: 'node20',
      rollupOptions: { output: { entryFileNames: 'log-writer.mjs' } },
    },
  })
})

it('whatever was acknowledged survives a kill in the middle of copying the log', async () => {
  const file = fileOf(await freshDatabase('sqlite'))
  const acknowledged = new Set<number>()
  let copied = 0
  for (let i = 0; i < kills; i++) {
    const writer = spawn(process.execPath, [`${outDir}/log-writer.mjs`, file], { stdio: ['ignore', 'pipe', 'inherit'] })
    let text = ''
    writer.stdout.setEncoding('utf8').on('data', (part: string) => (text += part))
    await once(writer.stdout, 'data')
    await sleep(100 + 25 * i)
    writer.kill('SIGKILL')
    await once(writer, 'close')
    for (const line of text.split('\n').slice(0, -1)) acknowledged.add(Number(line))
    const after = new Database(file)
    const stored = new Set(after.prepare('select n from file_chunks').pluck().all() as number[])
    const [log] = after.pragma('wal_checkpoint(NOOP)') as [{ log: number }]
    if (log.log < stored.size * 10) copied++ // a row is ten frames: the rest of them left the log earlier
    expect([...acknowledged].filter((n) => !stored.has(n))).toEqual([])
    expect(after.pragma('integrity_check', { simple: true })).toBe('ok')
    after.exec('delete from file_chunks')
    acknowledged.clear()
    after.close()
  }
  expect(copied).toBeGreaterThan(0)
})
