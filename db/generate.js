/* `npm run db:generate -- --name what-changed`: writes the next migration for both engines. */
import { spawnSync } from 'node:child_process'

for (const url of ['file:koe.db', 'postgres://localhost/koe']) {
  const run = spawnSync('drizzle-kit', ['generate', '--config', 'db/drizzle.config.ts', ...process.argv.slice(2)], {
    stdio: 'inherit',
    env: { ...process.env, DATABASE_URL: url },
  })
  if (run.status !== 0) process.exit(run.status ?? 1)
}
