import type { LoaderFunctionArgs } from '@remix-run/node'
import { listReferrals } from '#app/advocacy/referrals/list-referrals.server.ts'
import { referralsQuery } from '#app/integrations/advocacy-bodies.ts'
import { presentReferral } from '#app/integrations/present-advocacy.ts'
import { referMany } from '#app/integrations/refer-many.server.ts'
import { checkCursor, readWithKey, writeWithKey } from '#app/integrations/with-key.server.ts'
import { errorWords } from '#app/words.ts'

// The listener lets everybody in; the key is asked for inside.
export const handle = { access: 'public', maxBody: 1024 * 1024 }

export const loader = (args: LoaderFunctionArgs) =>
  readWithKey(args, errorWords, async ({ ctx, query }) => {
    const filter = referralsQuery.parse(query)
    checkCursor(filter.after)
    const { referrals, next } = await listReferrals(ctx, filter)
    return { body: { referrals: referrals.map(presentReferral), next } }
  })

export const action = (args: LoaderFunctionArgs) =>
  writeWithKey(args, errorWords, ['POST'], ({ ctx, body }) =>
    referMany(ctx, body, { locale: args.context.locale, words: errorWords }),
  )
