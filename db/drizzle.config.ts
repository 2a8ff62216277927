import { defineConfig } from 'drizzle-kit'
import { engine } from '#db/engine.ts'

/* `npm run db:generate` runs this once per engine, by DATABASE_URL. */
export default defineConfig({
  dialect: engine === 'postgres' ? 'postgresql' : 'sqlite',
  schema: './db/schema/*.ts',
  out: `./db/migrations/${engine}`,
})
