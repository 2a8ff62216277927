import { OpenAPIRegistry, OpenApiGeneratorV31, type RouteConfig } from '@asteasolutions/zod-to-openapi'
import { z } from '#app/integrations/zod.ts'
import { accountItem, contactItem, mostItems } from '#app/integrations/items.ts'
import { describeAdvocacy } from '#app/integrations/describe-advocacy.ts'
import { casesQuery, invitationBody, metricsQuery, responsesQuery } from '#app/integrations/queries.ts'
import { languages } from '#app/platform/languages.ts'
import { actions, caseStates, causes, closeKinds } from '#db/enums/cases.ts'
import { channels, invitationStates } from '#db/enums/delivery.ts'
import { responseStates, topicSources } from '#db/enums/responses.ts'
import { classes, metrics } from '#db/enums/statistics.ts'
import { questionKinds, severities } from '#db/enums/surveys.ts'

const time = z.iso.datetime()
const id = z.string()
const count = z.number().int().min(0)
const fault = z.object({ field: z.string(), detail: z.string() })
const next = z.string().nullable().meta({ description: 'Cursor of the next page; null on the last.' })
const score = z.object({ value: z.number(), low: z.number(), high: z.number(), n: count }).nullable()
const counted = { low: count, mid: count, high: count, score }

/** The description of the API, made from the very schemas that judge each call. */
export function openApiDocument(publicUrl: string) {
  const registry = new OpenAPIRegistry()
  const key = registry.registerComponent('securitySchemes', 'key', {
    type: 'http',
    scheme: 'bearer',
    description: 'An API key (koe_…), made in the settings.',
  })
  const Problem = registry.register(
    'Problem',
    z.object({
      type: z.string(),
      title: z.string(),
      status: z.number().int(),
      code: z.string(),
      detail: z.string(),
      errors: z.array(fault).optional(),
    }),
  )
  const Account = registry.register('Account', accountItem)
  const Contact = registry.register('Contact', contactItem)
  const BulkResult = registry.register(
    'BulkResult',
    z.object({
      results: z.array(
        z.object({
          index: count,
          status: z.enum(['created', 'updated', 'unchanged', 'rejected']),
          id: id.optional(),
          errors: z.array(fault).optional(),
        }),
      ),
    }),
  )
  const Response = registry.register(
    'Response',
    z.object({
      id,
      programId: id,
      metric: z.enum(metrics),
      state: z.enum(responseStates),
      score: z.number().int(),
      class: z.enum(classes),
      comment: z.string().nullable(),
      language: z.enum(languages),
      contactId: id.nullable(),
      accountId: id.nullable(),
      answeredAt: time,
      day: z.iso.date(),
      counts: z.boolean(),
      isTest: z.boolean(),
      channel: z.enum(channels).meta({ description: 'The door by which it came in.' }),
      verified: z.boolean().meta({ description: 'False for a link that anybody may open: nobody knows who answered.' }),
      topics: z
        .array(z.object({ id, name: z.object({ en: z.string(), ja: z.string() }), source: z.enum(topicSources) }))
        .meta({
          description: 'What the comment is about, by rules or by a person. Found within seconds, not at once.',
        }),
      answers: z
        .array(
          z.object({
            questionId: z.string(),
            kind: z.enum(questionKinds),
            question: z.object({ en: z.string(), ja: z.string() }),
            value: z.union([z.number().int(), z.array(z.string())]).meta({
              description: 'A rating, or the ids of what was chosen, or the text that was written.',
            }),
            said: z.object({ en: z.string(), ja: z.string() }).meta({ description: 'The same in words.' }),
          }),
        )
        .meta({
          description:
            'What was said to the questions after the score. A question keeps its id when its words change; “improve” is the one thing that the passive would have us improve.',
        }),
    }),
  )
  const Case = registry.register(
    'Case',
    z.object({
      id,
      state: z.enum(caseStates),
      severity: z.enum(severities),
      accountId: id.nullable(),
      contactId: id.nullable(),
      ownerId: id,
      people: count,
      waiting: count,
      latestResponseId: id.nullable(),
      openedAt: time,
      replyDueAt: time,
      claimedAt: time.nullable(),
      contactedAt: time.nullable(),
      resolvedAt: time.nullable(),
      cause: z.enum(causes).nullable(),
      action: z.enum(actions).nullable(),
      closedAt: time.nullable(),
      closeKind: z.enum(closeKinds).nullable(),
    }),
  )
  const Invitation = registry.register(
    'Invitation',
    z.object({
      id,
      state: z.enum(invitationStates),
      reason: z.string().nullable(),
      dueAt: time,
      nextPossibleAt: time.nullable().meta({ description: 'Of one that is held back: when the rules look again.' }),
      created: z.boolean(),
    }),
  )
  const Metrics = registry.register(
    'Metrics',
    z.object({
      metric: z.enum(metrics),
      programId: id.nullable(),
      from: z.iso.date(),
      to: z.iso.date(),
      ...counted,
      previous: z.object(counted),
      difference: z.object({ value: z.number(), low: z.number(), high: z.number(), p: z.number() }).nullable(),
      responseRate: score,
      months: z.array(z.object({ month: z.string(), ...counted })),
    }),
  )

  const json = (schema: z.ZodType, description: string) => ({
    description,
    content: { 'application/json': { schema } },
  })
  const problem = (description: string) => ({
    description,
    content: { 'application/problem+json': { schema: Problem } },
  })
  const refusals = {
    401: problem('No valid key'),
    403: problem('The key lacks the scope'),
    422: problem('A field is wrong'),
    429: problem('Too many calls: see Retry-After'),
  }
  const idempotency = z.object({
    'Idempotency-Key': z
      .string()
      .max(255)
      .optional()
      .meta({ description: 'The same key and body again within a day: the same answer, and nothing is done twice.' }),
  })
  const path = (config: Omit<RouteConfig, 'security'>) =>
    registry.registerPath({ security: [{ [key.name]: [] }], ...config } as RouteConfig)
  const read = (url: string, scope: string, summary: string, query: z.ZodObject, schema: z.ZodType) =>
    path({
      method: 'get',
      path: url,
      summary,
      description: `Scope: ${scope}.`,
      request: { query },
      responses: { 200: json(schema, 'What was asked for'), ...refusals },
    })
  const bulk = (url: string, summary: string, item: z.ZodType) => {
    const body = {
      required: true,
      content: { 'application/json': { schema: z.object({ items: z.array(item).min(1).max(mostItems) }) } },
    }
    const responses = {
      200: json(BulkResult, 'All items taken'),
      207: json(BulkResult, 'Some items rejected, each with its reasons'),
      ...refusals,
      409: problem('The first call with this key is still running'),
      413: problem('The body is too large'),
    }
    for (const method of ['put', 'post'] as const)
      path({
        method,
        path: url,
        summary,
        description: `Scope: accounts. At most ${mostItems} items a call. An id, address or name of a record that was merged into another finds the survivor, and changes nothing of it.`,
        request: { headers: idempotency, body },
        responses,
      })
  }

  bulk('/api/v1/accounts', 'Make or change accounts', Account)
  bulk('/api/v1/contacts', 'Make or change contacts', Contact)
  path({
    method: 'post',
    path: '/api/v1/invitations',
    summary: 'Invite one contact, now or after a delay',
    description:
      'Scope: surveys. Who may not be asked is answered with state "skipped" and the reason, who must wait with "deferred". Mail leaves in the hours of the contact rules.',
    request: {
      headers: idempotency,
      body: { required: true, content: { 'application/json': { schema: invitationBody } } },
    },
    responses: {
      201: json(Invitation, 'Made'),
      200: json(Invitation, 'It was there already'),
      ...refusals,
      404: problem('No such program'),
      409: problem('The program is not live, or the first call with this key is still running'),
    },
  })
  read(
    '/api/v1/responses',
    'responses',
    'Answers, the newest day first',
    responsesQuery,
    z.object({ responses: z.array(Response), next }),
  )
  read('/api/v1/cases', 'cases', 'Cases', casesQuery, z.object({ cases: z.array(Case), next }))
  read(
    '/api/v1/metrics',
    'metrics',
    'The score of the last 90 days with its interval, and by month',
    metricsQuery,
    Metrics,
  )

  describeAdvocacy({ registry, path, json, problem, refusals, idempotency })

  return new OpenApiGeneratorV31(registry.definitions).generateDocument({
    openapi: '3.1.0',
    info: {
      title: 'Koe',
      version: '1',
      description:
        'Customers, invitations, answers, cases, scores, asks and referrals. Errors are application/problem+json (RFC 9457).',
    },
    servers: [{ url: publicUrl }],
  })
}
