/* The thread of background.server.ts: loads the build for itself, then works until it is told to stop. */
import { parentPort, workerData } from 'node:worker_threads'

const build = await import(new URL('../build/server/index.js', import.meta.url).href)
const { wake, stop } = build.entry.module.background(workerData.turns)

parentPort?.on('message', async (/** @type {'wake' | 'stop'} */ message) => {
  if (message === 'wake') return wake()
  await stop()
  process.exit(0) // this thread
})
