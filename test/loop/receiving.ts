import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

/* Imports nothing of ours, so that it may stand before the environment is read. */

/** What the provider keeps of a mail, as its documentation shows it. */
export interface Provided {
  from: string
  to: string[]
  subject?: string
  text?: string | null
  html?: string | null
  headers?: Record<string, string>
  message_id?: string
  attachments?: { filename: string; content_disposition: string }[]
}

/** The provider at the edge of the world: hands out received mail by its id, to who has the key. */
export async function provider(key: string) {
  const mails = new Map<string, Provided>()
  const server = createServer((request, response) => {
    const id = /^\/emails\/receiving\/([^/?]+)/.exec(request.url ?? '')?.[1]
    const mail = request.headers.authorization === `Bearer ${key}` ? mails.get(id ?? '') : undefined
    response.writeHead(mail ? 200 : 404, { 'content-type': 'application/json' })
    response.end(JSON.stringify(mail ? { object: 'email', id, ...mail } : { name: 'not_found', statusCode: 404 }))
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  return { mails, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, close: () => server.close() }
}
