import type { LoaderFunctionArgs } from '@remix-run/node'
import { upsertAccounts } from '#app/integrations/upsert-customers.server.ts'
import { refuseCall, writeWithKey } from '#app/integrations/with-key.server.ts'
import { translator } from '#app/platform/words.ts'
import { errorWords } from '#app/words.ts'

// The listener lets everybody in; the key is asked for inside.
export const handle = { access: 'public', maxBody: 4 * 1024 * 1024 }

const methods = ['POST', 'PUT']

export const loader = (args: LoaderFunctionArgs) => refuseCall(args, errorWords, methods)

export const action = (args: LoaderFunctionArgs) =>
  writeWithKey(args, errorWords, methods, async ({ ctx, body }) => {
    const results = await upsertAccounts(ctx, body, translator(args.context.locale))
    return { status: results.some((one) => one.status === 'rejected') ? 207 : 200, body: { results } }
  })
