import type { LoaderFunctionArgs } from '@remix-run/node'
import { listAskable } from '#app/advocacy/asking/list-askable.server.ts'
import { askableQuery } from '#app/integrations/advocacy-bodies.ts'
import { presentAskable } from '#app/integrations/present-advocacy.ts'
import { checkCursor, readWithKey, refuseCall } from '#app/integrations/with-key.server.ts'
import { errorWords } from '#app/words.ts'

// The listener lets everybody in; the key is asked for inside.
export const handle = { access: 'public' }

export const loader = (args: LoaderFunctionArgs) =>
  readWithKey(args, errorWords, async ({ ctx, query }) => {
    const filter = askableQuery.parse(query)
    checkCursor(filter.after)
    const { people, next } = await listAskable(ctx, filter)
    return { body: { people: people.map(presentAskable), next } }
  })

export const action = (args: LoaderFunctionArgs) => refuseCall(args, errorWords, ['GET'])
