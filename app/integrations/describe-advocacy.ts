import type { OpenAPIRegistry, RouteConfig } from '@asteasolutions/zod-to-openapi'
import { z } from '#app/integrations/zod.ts'
import {
  askableQuery,
  asksQuery,
  endBody,
  endItem,
  mostEach,
  moveItem,
  movesBody,
  referralItem,
  referralsBody,
  referralsQuery,
  reserveBody,
  reserveItem,
  writeBody,
  writeItem,
} from '#app/integrations/advocacy-bodies.ts'
import { askBlocks, askChannels, askKinds, askStates } from '#db/enums/advocacy.ts'
import { referralChecks, referralSources, referralStates } from '#db/enums/advocacy-referrals.ts'
import { languages } from '#db/enums/platform.ts'

/** What the document gives each of its parts to be described with. */
interface Describing {
  registry: OpenAPIRegistry
  path: (config: Omit<RouteConfig, 'security'>) => void
  json: (schema: z.ZodType, description: string) => object
  problem: (description: string) => object
  refusals: object
  idempotency: z.ZodObject
}

const time = z.iso.datetime()
const id = z.string()
const next = z.string().nullable().meta({ description: 'Cursor of the next page; null on the last.' })
const fault = z.object({ field: z.string(), detail: z.string() })
const scope = 'Scope: advocacy.'
/** Of what is weighed item by item the document says what an item is, the body only that there are some. */
const of = (body: z.ZodObject, item: z.ZodType) => body.extend({ items: z.array(item).min(1).max(mostEach) })

/** The part of the API that asks advocates, and adds and moves referrals. */
export function describeAdvocacy({ registry, path, json, problem, refusals, idempotency }: Describing): void {
  const Ask = registry.register('Ask', ask)
  const Askable = registry.register('Askable', askable)
  const Referral = registry.register('Referral', referral)
  const read = (url: string, summary: string, query: z.ZodObject, schema: z.ZodType) =>
    path({ method: 'get', path: url, summary, description: scope, request: { query }, responses: { 200: json(schema, 'What was asked for'), ...refusals } as RouteConfig['responses'] }) // prettier-ignore
  const each = (url: string, summary: string, body: z.ZodType, result: z.ZodObject, more = '') => {
    const results = z.object({ results: z.array(z.object({ index: z.number().int(), ...rejected, ...result.shape })) })
    path({
      method: 'post',
      path: url,
      summary,
      description: `${scope} At most ${mostEach} items a call, each with an outcome of its own. ${more}`.trim(),
      request: { headers: idempotency, body: { required: true, content: { 'application/json': { schema: body } } } },
      responses: {
        200: json(results, 'All items taken'),
        207: json(results, 'Some items rejected, each with its reason'),
        ...refusals,
        409: problem('The first call with this key is still running'),
        413: problem('The body is too large'),
      } as RouteConfig['responses'],
    })
  }

  read('/api/v1/askable', 'Who can be asked for something, and why not', askableQuery, z.object({ people: z.array(Askable), next })) // prettier-ignore
  read('/api/v1/asks', 'Asks, the newest first', asksQuery, z.object({ asks: z.array(Ask), next }))
  each('/api/v1/asks', 'Reserve asks, each for half an hour', of(reserveBody, reserveItem), reserved, 'What the same colleague has reserved, written or asked already is unchanged.') // prettier-ignore
  each('/api/v1/asks/write', 'Hand over reserved asks for sending', of(writeBody, writeItem), written, 'The owner of the account may stop each before it leaves.') // prettier-ignore
  each('/api/v1/asks/stop', 'Stop asks', of(endBody, endItem), ended('stopped'))
  each('/api/v1/asks/finish', 'Say that what was agreed to is done', of(endBody, endItem), ended('done'))
  read('/api/v1/referrals', 'Referrals of a state, the newest first', referralsQuery, z.object({ referrals: z.array(Referral), next })) // prettier-ignore
  each('/api/v1/referrals', 'Add leads that customers recommended us to', of(referralsBody, referralItem), kept, 'What is suspicious waits in the state “review”.') // prettier-ignore
  each('/api/v1/referrals/move', 'Qualify, win, lose, reject, accept or reopen referrals', of(movesBody, moveItem), moved, 'A lead that is won is qualified on the way.') // prettier-ignore
  path({
    method: 'get',
    path: '/api/v1/referrals/{id}',
    summary: 'One referral',
    description: scope,
    request: { params: z.object({ id }) },
    responses: { 200: json(Referral, 'The referral'), ...refusals, 404: problem('No such referral') } as RouteConfig['responses'], // prettier-ignore
  })
}

const rejected = {
  code: z.string().optional().meta({ description: 'Why it was rejected; the same in every language.' }),
  detail: z.string().optional(),
  errors: z.array(fault).optional(),
}

const askable = z.object({
  contactId: id,
  accountId: id.nullable(),
  language: z.enum(languages).nullable(),
  nominatedAt: time,
  can: z.boolean().meta({ description: 'As it is this moment.' }),
  blocks: z.array(z.enum(askBlocks)).meta({ description: 'The rules that forbid it.' }),
})

const ask = z.object({
  id,
  kind: z.enum(askKinds),
  state: z.enum(askStates),
  channel: z.enum(askChannels),
  contactId: id,
  accountId: id.nullable(),
  holderId: id.meta({ description: 'The colleague in whose name it is asked.' }),
  language: z.enum(languages),
  reservedAt: time,
  reservedUntil: time.nullable(),
  dueAt: time.nullable().meta({ description: 'When its mail may leave.' }),
  sentAt: time.nullable(),
  remindedAt: time.nullable(),
  answeredAt: time.nullable(),
  laterAt: time.nullable(),
  doneAt: time.nullable(),
  endedAt: time.nullable(),
  cancelReason: z.string().nullable(),
})

const referral = z.object({
  id,
  state: z.enum(referralStates),
  checks: z.array(z.enum(referralChecks)).meta({ description: 'What is suspicious about it.' }),
  lead: z.object({ name: z.string().nullable(), email: z.string().nullable(), company: z.string().nullable() }),
  referrerId: id.nullable(),
  accountId: id.nullable(),
  code: z.string().nullable(),
  source: z.enum(referralSources),
  reason: z.string().nullable(),
  deal: z
    .object({
      amount: z.string(),
      currency: z.string(),
      baseMinor: z.number().int().nullable().meta({
        description: 'In minor units of the currency of the organisation; null while no rate is known.',
      }),
      rate: z.string().nullable(),
      rateFrom: z.iso.date().nullable(),
    })
    .nullable(),
  createdAt: time,
  wonAt: time.nullable(),
})

const reserved = z.object({
  status: z.enum(['reserved', 'unchanged', 'rejected']),
  id: id.optional(),
  contactId: id.optional(),
  until: time.optional(),
  blocks: z.array(z.enum(askBlocks)).optional(),
})
const written = z.object({ status: z.enum(['queued', 'unchanged', 'rejected']), id: id.optional(), dueAt: time.optional() }) // prettier-ignore
const ended = (done: 'stopped' | 'done') =>
  z.object({ status: z.enum([done, 'unchanged', 'rejected']), id: id.optional() })
const kept = z.object({ status: z.enum(['created', 'unchanged', 'rejected']), id: id.optional(), state: z.enum(referralStates).optional() }) // prettier-ignore
const moved = z.object({ status: z.enum(['updated', 'unchanged', 'rejected']), id: id.optional(), state: z.enum(referralStates).optional() }) // prettier-ignore
