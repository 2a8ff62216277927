/*
 * The built app behind its own listener, with one route more: an empty Remix resource route, the yardstick for pages.
 * node served-build.js <port>, with PORT set to the same
 */
import { createServer } from 'node:http'
import { pathToFileURL } from 'node:url'
import { resolve } from 'node:path'

const build = await import(pathToFileURL(resolve('build/server/index.js')).href)
const empty = {
  id: 'bench/empty',
  parentId: 'root',
  path: 'bench-empty',
  module: {
    handle: { access: 'public' },
    loader: () => new Response('ok', { headers: { 'content-type': 'text/plain' } }),
  },
}
const app = await build.entry.module.boot({ ...build, routes: { ...build.routes, [empty.id]: empty } }, 'production')
const server = createServer((request, response) => app.listener(request, response))
server.listen(app.port, '127.0.0.1', () => console.log('ready'))
process.on('SIGTERM', () => {
  server.close()
  server.closeAllConnections()
  void app.stop().then(() => process.exit(0))
})
