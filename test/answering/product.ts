import { afterEach, beforeEach } from 'vitest'
import { invitations } from '#db/schema/delivery.ts'
import { responses } from '#db/schema/responses.ts'
import { serve } from '#test/access/listener.ts'
import { openedDoor, signedContact } from '#test/answering/doors.ts'
import { world, type World } from '#test/world.ts'

/** Where the widget stands. */
export const product = 'https://app.customer.example'

interface Call {
  contact?: string | null
  origin?: string | null
  token?: string
  body?: unknown
  raw?: string
  type?: string | undefined
  query?: string
  method?: string
}

/** All that a reply may say. */
interface Said {
  ask: boolean
  nonce: string
  language: string
  dir: string
  scores: { score: number; label: string }[]
  state: string
  say: string
  url: string
  code: string
  detail: string
}

/** A product whose page shows a widget, and Maria (`u-17`), who uses it: made anew before each test. */
export function atProduct() {
  const of = {} as {
    w: World
    served: Awaited<ReturnType<typeof serve>>
    at: Awaited<ReturnType<typeof openedDoor>>
    account: Awaited<ReturnType<World['account']>>
    person: Awaited<ReturnType<World['contact']>>
  }
  beforeEach(async () => {
    const w = await world()
    const account = await w.account({ ownerId: (await w.user({ roles: ['csm'] })).id })
    const email = 'maria@customer.example'
    const person = await w.contact({
      accountId: account.id,
      externalId: 'u-17',
      email,
      emailKey: email,
      language: 'en',
    })
    const at = await openedDoor(w, { kind: 'widget', name: 'After a ticket', origins: product })
    Object.assign(of, { w, account, person, at, served: await serve(w) })
  })
  afterEach(() => of.served.close())

  const inAnHour = () => Math.floor(of.w.now() / 1000) + 3_600
  const maria = (over: Record<string, unknown> = {}) =>
    signedContact(of.at.secret, { sub: 'u-17', exp: inAnHour(), ...over })

  async function call({ contact = maria(), origin = product, token = of.at.token, body, ...sent }: Call = {}) {
    const text = sent.raw ?? (body === undefined ? undefined : JSON.stringify(body))
    const reply = await of.served.fetch(`/w/${token}${sent.query ?? ''}`, {
      method: sent.method ?? (text === undefined ? 'GET' : 'POST'),
      body: text,
      headers: {
        ...(origin !== null && { origin }),
        'sec-fetch-site': 'cross-site',
        ...(contact !== null && { 'koe-contact': contact }),
        ...(text !== undefined && { 'content-type': sent.type ?? 'application/json' }),
      },
    })
    const said = await reply.text()
    return {
      status: reply.status,
      headers: reply.headers,
      said: (said ? JSON.parse(said) : {}) as Said,
    }
  }

  return Object.assign(of, {
    inAnHour,
    maria,
    call,
    async nonceOf(over: Call = {}) {
      const { said } = await call(over)
      of.w.clock.advance(10_000)
      return said.nonce as string
    },
    answers: () => of.w.store.db.select().from(responses),
    asked: () => of.w.store.db.select().from(invitations),
  })
}
