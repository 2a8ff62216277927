import { spawn } from 'node:child_process'
import type { JobHandler } from '#app/jobs/job.ts'
import { env } from '#app/platform/env.server.ts'

/** The nightly backup, in a process of its own: it reads everything there is, and answers must not wait for that. */
export const backUpDaily: JobHandler = async (_ctx, run) => {
  if (!env.KOE_BACKUPS) return
  const child = spawn(process.execPath, ['app/command.js', 'backup', '--daily'], {
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  let said = ''
  child.stderr.setEncoding('utf8').on('data', (text: string) => (said = (said + text).slice(-2_000)))
  const beat = setInterval(() => void run.progress({ done: 0, total: 0 }).catch(() => child.kill()), 10_000)
  try {
    const code = await new Promise<number | null>((done, fail) => {
      child.once('error', fail)
      child.once('close', done)
    })
    if (code !== 0) throw new Error(said.trim() || `the backup ended with ${code}`)
  } finally {
    clearInterval(beat)
  }
}
