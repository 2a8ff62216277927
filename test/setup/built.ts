import { spawnSync } from 'node:child_process'

/** Brings the build up to date before real processes are started from it; nothing to do when nothing changed. */
export default function setup() {
  const run = spawnSync(process.execPath, ['app/setup.js', 'build'], { encoding: 'utf8' })
  if (run.status !== 0) throw new Error(`The build failed:\n${run.stdout}${run.stderr}`)
}
