/* `npm run bench -- <name> [--json]`: runs `test/bench/<name>.ts`, prints its figures. */
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { build } from 'vite'

process.chdir(fileURLToPath(new URL('../..', import.meta.url)))
const [name = ''] = process.argv.slice(2).filter((word) => !word.startsWith('--'))
const json = process.argv.includes('--json')
const source = `test/bench/${name}.ts`
if (!/^[a-z-]+$/.test(name) || !existsSync(source) || name === 'bench') {
  const names = readdirSync('test/bench').flatMap((file) => /^(?!bench\.)([a-z-]+)\.ts$/.exec(file)?.[1] ?? [])
  console.error(`There is no benchmark "${name}". Choose one: ${names.join(', ')}.`)
  process.exit(1)
}

const setup = spawnSync(process.execPath, ['app/setup.js', 'build'], { stdio: ['ignore', 'inherit', 'inherit'] })
if (setup.status !== 0) process.exit(1)

// In the ignored build folder, for it lies on the disk of the checkout: a temporary folder may be memory.
mkdirSync('build/bench', { recursive: true })
const outfile = resolve(`build/bench/${name}.js`)
await build({
  configFile: false,
  publicDir: false,
  logLevel: 'error',
  build: {
    ssr: source,
    outDir: 'build/bench',
    emptyOutDir: false,
    target: 'node20',
    minify: false,
    rollupOptions: { output: { entryFileNames: `${name}.js` } },
  },
})

const folder = mkdtempSync(resolve('build/bench', `${name}-`))
process.env.LOG_LEVEL = 'silent'
process.env.KOE_DEMO = '0'
process.env.KOE_DATA_DIR = folder
delete process.env.DATABASE_URL
let code = 0
try {
  const { default: run } = /** @type {{ default: import('./bench.ts').Benchmark }} */ (
    await import(pathToFileURL(outfile).href)
  )
  const figures = await run({ folder, say: (line) => (json ? console.error(line) : console.log(line)) })
  if (!json) console.table(Object.fromEntries(Object.entries(figures).map(([figure, value]) => [figure, { value }])))
  else console.log(JSON.stringify(figures))
} catch (error) {
  console.error(error)
  code = 1
} finally {
  rmSync(join(folder), { recursive: true, force: true })
}
process.exit(code)
