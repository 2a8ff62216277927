import type { LoaderFunctionArgs } from '@remix-run/node'
import { invite } from '#app/integrations/invite.server.ts'
import { refuseCall, writeWithKey } from '#app/integrations/with-key.server.ts'
import { errorWords } from '#app/words.ts'

// The listener lets everybody in; the key is asked for inside.
export const handle = { access: 'public', maxBody: 64 * 1024 }

const methods = ['POST']

export const loader = (args: LoaderFunctionArgs) => refuseCall(args, errorWords, methods)

export const action = (args: LoaderFunctionArgs) =>
  writeWithKey(args, errorWords, methods, async ({ ctx, body, idempotencyKey }) => {
    const { dueAt, nextPossibleAt, ...made } = await invite(ctx, body, idempotencyKey)
    const iso = (at: number | null) => (at === null ? null : new Date(at).toISOString())
    return {
      status: made.created ? 201 : 200,
      body: { ...made, dueAt: iso(dueAt), nextPossibleAt: iso(nextPossibleAt) },
    }
  })
