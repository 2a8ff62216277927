import type { LoaderFunctionArgs } from '@remix-run/node'
import { endMany } from '#app/integrations/ask-many.server.ts'
import { refuseCall, writeWithKey } from '#app/integrations/with-key.server.ts'
import { errorWords } from '#app/words.ts'

// The listener lets everybody in; the key is asked for inside.
export const handle = { access: 'public', maxBody: 256 * 1024 }

const methods = ['POST']

export const loader = (args: LoaderFunctionArgs) => refuseCall(args, errorWords, methods)

export const action = (args: LoaderFunctionArgs) =>
  writeWithKey(args, errorWords, methods, ({ ctx, body }) =>
    endMany(ctx, 'finish', body, { locale: args.context.locale, words: errorWords }),
  )
