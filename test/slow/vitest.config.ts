import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

/* Kill and soak runs, one after the other: they need the machine for themselves. */
export default defineConfig({
  root: fileURLToPath(new URL('../..', import.meta.url)),
  test: {
    include: ['test/slow/**/*.slow.test.ts'],
    pool: 'forks',
    maxWorkers: 1,
    testTimeout: 1_200_000,
    hookTimeout: 120_000,
    passWithNoTests: true,
    reporters: ['default', './test/reporter.ts'],
    setupFiles: ['./test/setup/console.ts', './test/setup/worlds.ts'],
    globalSetup: ['./test/setup/sqlite.ts', './test/setup/postgres.ts'],
    env: { LOG_LEVEL: 'silent', KOE_DATA_DIR: join(tmpdir(), `koe-slow-${process.pid}`), KOE_DEMO: '0' },
  },
})
