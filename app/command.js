/* `npm run backup`, `npm run restore` and `npm run demo`: runs one command of the build, in which the product's own code is. */
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
const from = process.env.INIT_CWD ?? process.cwd() // paths are meant from where somebody typed them
process.chdir(root)
process.env.NODE_ENV ??= 'production'
process.env.LOG_LEVEL ??= 'error'

const [name = '', ...args] = process.argv.slice(2)
try {
  const build = await import(new URL('../build/server/index.js', import.meta.url).href)
  await build.entry.module.commands[name](args, from, console.log)
} catch (error) {
  const plain = error instanceof Error && error.name === 'PlainError'
  console.error(plain ? error.message : error)
  process.exitCode = 1
}
