/* The launcher: loads the build (or Vite, with --dev), boots it, serves static files and hands the rest to app/platform/http. */
import { createServer } from 'node:http'
import { fileURLToPath } from 'node:url'
import { setFlagsFromString } from 'node:v8'

// Garbage may take half of what lives before it is collected. V8 by itself lets it grow to three times that where there
// is memory, in each thread: a hundred MiB that nobody gains anything by.
setFlagsFromString('--heap-growing-percent=50')

const root = fileURLToPath(new URL('..', import.meta.url))
process.chdir(root)
const dev = process.argv.includes('--dev')
process.env.NODE_ENV ??= dev ? 'development' : 'production'
const mode = dev ? 'development' : 'production'
const server = createServer()

/** @typedef {import('node:http').RequestListener} RequestListener */
/** @typedef {Awaited<ReturnType<typeof import('./boot.server.ts').boot>>} App */
/** @typedef {(req: import('node:http').IncomingMessage, res: import('node:http').ServerResponse, next: () => void) => void} Static */
/** @returns {Promise<{ load: () => Promise<any>, files: Static, close: () => Promise<void> }>} */
async function source() {
  if (dev) {
    const { createServer: createVite } = await import('vite')
    const vite = await createVite({
      configFile: `${root}/app/vite.config.ts`,
      appType: 'custom',
      server: { middlewareMode: true, hmr: { server } },
    })
    return {
      load: () => vite.ssrLoadModule('virtual:remix/server-build'),
      files: vite.middlewares,
      close: () => vite.close(),
    }
  }
  const build = await import(new URL('../build/server/index.js', import.meta.url).href)
  const { default: sirv } = await import('sirv')
  const serve = sirv(`${root}/build/client`, {
    etag: true,
    gzip: true,
    brotli: true,
    setHeaders(res, path) {
      res.setHeader(
        'cache-control',
        path.startsWith('/assets/') ? 'public, max-age=31536000, immutable' : 'public, max-age=3600',
      )
      res.setHeader('x-content-type-options', 'nosniff')
    },
  })
  /** @type {typeof serve} */
  const files = (req, res, next) => {
    if (req.method === 'GET' || req.method === 'HEAD') serve(req, res, next)
    else void next?.()
  }
  return { load: async () => build, files, close: async () => {} }
}

/** @param {unknown} error @returns {never} */
function stopWith(error) {
  const plain = error instanceof Error && error.name === 'PlainError'
  console.error(plain ? error.message : error)
  process.exit(1)
}

const { load, files, close } = await source().catch(stopWith)
/** @type {any} */ let current
/** @type {Promise<App> | undefined} */ let booted

/** The app of the newest build: in development every change of the server's code boots it anew. */
async function latest() {
  const build = await load()
  if (build !== current) {
    current = build
    const before = booted
    booted = Promise.resolve(before)
      .then((app) => app?.stop())
      .then(() => build.entry.module.boot(build, mode))
  }
  return /** @type {Promise<App>} */ (booted)
}

const app = await latest().catch(stopWith)

server.on('request', (req, res) => {
  files(req, res, () => {
    latest()
      .then(({ listener }) => listener(req, res))
      .catch((error) => {
        console.error(error)
        if (!res.headersSent) res.writeHead(500, { 'content-type': 'text/plain' })
        res.end('Something went wrong.\n')
      })
  })
})

server.on('error', (/** @type {NodeJS.ErrnoException} */ error) => {
  const said = {
    EADDRINUSE: `Port ${app.port} is taken. Stop what uses it, or choose another: PORT=3001 npm start.`,
    EACCES: `No permission to listen on port ${app.port}. Choose one above 1023: PORT=3000 npm start.`,
    EADDRNOTAVAIL: `This machine has no address ${app.host}. Correct HOST.`,
  }[error.code ?? '']
  console.error(said ?? error)
  process.exit(1)
})
server.listen(app.port, app.host, () => console.log(app.banner.join('\n')))

let stopping = false
for (const signal of ['SIGTERM', 'SIGINT']) {
  process.on(signal, async () => {
    if (stopping) return
    stopping = true
    setTimeout(() => process.exit(1), 20_000).unref()
    const { drain, stop } = await latest()
    drain()
    const closed = new Promise((done) => server.close(done))
    const sweep = setInterval(() => server.closeIdleConnections(), 50) // a kept-alive connection turns idle later
    await closed
    clearInterval(sweep)
    await stop()
    await close()
    process.exit(0)
  })
}
