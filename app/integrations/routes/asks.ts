import type { LoaderFunctionArgs } from '@remix-run/node'
import { listAsks } from '#app/advocacy/asking/list-asks.server.ts'
import { asksQuery } from '#app/integrations/advocacy-bodies.ts'
import { reserveMany } from '#app/integrations/ask-many.server.ts'
import { presentAsk } from '#app/integrations/present-advocacy.ts'
import { checkCursor, readWithKey, writeWithKey } from '#app/integrations/with-key.server.ts'
import { errorWords } from '#app/words.ts'

// The listener lets everybody in; the key is asked for inside.
export const handle = { access: 'public', maxBody: 256 * 1024 }

export const loader = (args: LoaderFunctionArgs) =>
  readWithKey(args, errorWords, async ({ ctx, query }) => {
    const filter = asksQuery.parse(query)
    checkCursor(filter.after)
    const { asks, next } = await listAsks(ctx, filter)
    return { body: { asks: asks.map(presentAsk), next } }
  })

export const action = (args: LoaderFunctionArgs) =>
  writeWithKey(args, errorWords, ['POST'], ({ ctx, body }) =>
    reserveMany(ctx, body, { locale: args.context.locale, words: errorWords }),
  )
