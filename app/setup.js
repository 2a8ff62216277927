/* Runs before `npm start` and `npm test`, with nothing installed: brings node_modules and the build up to date. */
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, lstatSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
if (major < 20 || (major === 20 && minor < 19)) stop(`Koe needs Node 20.19 or newer; this is ${process.versions.node}.`)

// `npm ci` empties node_modules first, through a link as well: that folder belongs to another checkout.
const linked = lstatSync(`${root}node_modules`, { throwIfNoEntry: false })?.isSymbolicLink()
const lock = digest(['package-lock.json']) + ` node-abi ${process.versions.modules} ${process.platform}-${process.arch}`
if (!linked)
  step('node_modules/.koe', lock, 'Installing packages (a few minutes the first time)', 'npm', [
    'ci',
    '--include=dev',
    '--no-audit',
    '--no-fund',
  ])
if (process.argv.includes('build')) {
  const inputs = digest([
    'app',
    'db',
    'public',
    'remix.config.js',
    'tailwind.config.ts',
    'tsconfig.json',
    'package-lock.json',
  ])
  step('build/.koe', inputs, 'Building', process.execPath, [
    'node_modules/@remix-run/dev/dist/cli.js',
    'vite:build',
    '--config',
    'app/vite.config.ts',
  ])
}

/**
 * Runs a command unless its stamp says that it ran for the same inputs.
 * @param {string} stamp
 * @param {string} wanted @param {string} title @param {string} command @param {string[]} args
 */
function step(stamp, wanted, title, command, args) {
  const file = root + stamp
  if (existsSync(file) && readFileSync(file, 'utf8') === wanted) return
  console.log(`${title} …`)
  rmSync(file, { force: true })
  const run = spawnSync(command, args, {
    cwd: root,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
    maxBuffer: 1 << 28,
    shell: process.platform === 'win32' && command === 'npm',
    env: { ...process.env, NODE_ENV: 'production' },
  })
  if (run.status !== 0) {
    const text = `${run.stdout ?? ''}${run.stderr ?? ''}`
    console.error(text.split('\n').slice(-30).join('\n'))
    if (/EACCES|EROFS|EPERM/.test(text)) stop(`No permission to write in ${root}.`)
    if (/gyp ERR!|not found: make|g\+\+/.test(text))
      stop(
        'better-sqlite3 could not be compiled: install a C++ compiler, make and Python 3 (Debian: apt install build-essential python3), then start again.',
      )
    stop(`${title} failed; the lines above say why.`)
  }
  try {
    writeFileSync(file, wanted)
  } catch {
    stop(`No permission to write in ${root}.`)
  }
}

/** @param {string[]} names */
function digest(names) {
  const hash = createHash('sha1')
  /** @param {string} path */
  const add = (path) => {
    if (!existsSync(root + path)) return
    if (!statSync(root + path).isDirectory())
      hash
        .update(path)
        .update('\0')
        .update(readFileSync(root + path))
    else for (const name of readdirSync(root + path).sort()) add(`${path}/${name}`)
  }
  names.forEach(add)
  return hash.digest('hex')
}

/** @param {string} message @returns {never} */
function stop(message) {
  console.error(message)
  process.exit(1)
}
