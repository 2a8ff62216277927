import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { defineConfig, type TestProjectInlineConfiguration } from 'vitest/config'
import { smallScripts } from '../app/small-scripts.ts'

/*
 * One run, several projects. What a file is called says how it runs:
 *   *.test.ts          data layer and use cases, once on SQLite and once on PostgreSQL
 *                      (except what is about one of them: test/db/sqlite, test/db/postgres); the files share a process
 *   *.own.test.ts      the same in a process for each file, which sets the environment before the app is loaded
 *   *.pure.test.ts     rules and architecture, once, no database
 *   *.server.test.ts   real processes
 *   *.browser.test.ts  a real browser on a real server
 *   *.slow.test.ts     kill and soak runs, by `npm run test:slow` (test/slow/vitest.config.ts)
 */
const special = ['pure', 'own', 'server', 'browser', 'slow']

function project(
  name: string,
  rest: Omit<NonNullable<TestProjectInlineConfiguration['test']>, 'name'>,
): TestProjectInlineConfiguration {
  return { extends: true, test: { name, ...rest } }
}

function engineProjects(engine: 'sqlite' | 'postgres', url: string) {
  const settings = {
    // Only names the engine, for the tables are declared at import; each world opens its own database.
    env: { DATABASE_URL: url },
    globalSetup: [`./test/setup/${engine}.ts`],
  }
  const shared = project(engine, {
    ...settings,
    include: ['test/**/*.test.ts'],
    exclude: [
      ...special.map((kind) => `test/**/*.${kind}.test.ts`),
      `test/db/${engine === 'sqlite' ? 'postgres' : 'sqlite'}/**`,
    ],
    isolate: false, // loading the app again for every file took a third of the time
  })
  return [shared, project(`${engine}-own`, { ...settings, include: ['test/**/*.own.test.ts'] })]
}

export default defineConfig({
  root: fileURLToPath(new URL('..', import.meta.url)),
  plugins: [smallScripts],
  test: {
    pool: 'forks',
    maxWorkers: 2,
    testTimeout: 30_000,
    hookTimeout: 60_000,
    reporters: ['default', './test/reporter.ts'],
    setupFiles: ['./test/setup/console.ts', './test/setup/worlds.ts'],
    env: { LOG_LEVEL: 'silent', KOE_DATA_DIR: join(tmpdir(), `koe-test-${process.pid}`), KOE_DEMO: '0' },
    projects: [
      project('pure', { include: ['test/**/*.pure.test.ts'], isolate: false }),
      ...engineProjects('sqlite', 'file:named-but-never-opened.db'),
      ...engineProjects('postgres', 'postgres://named.but.never.opened/koe'),
      project('server', {
        include: ['test/**/*.server.test.ts'],
        globalSetup: ['./test/setup/built.ts'],
        testTimeout: 120_000,
      }),
      project('browser', {
        include: ['test/**/*.browser.test.ts'],
        globalSetup: [
          './test/setup/built.ts',
          './test/setup/chromium.ts',
          './test/setup/sqlite.ts',
          './test/setup/postgres.ts',
        ],
        testTimeout: 180_000,
        hookTimeout: 120_000,
      }),
    ],
  },
})
