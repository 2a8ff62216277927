import type { LoaderFunctionArgs } from '@remix-run/node'
import { presentResponse } from '#app/integrations/present.ts'
import { responsesQuery } from '#app/integrations/queries.ts'
import { checkCursor, readWithKey, refuseCall } from '#app/integrations/with-key.server.ts'
import { listResponses } from '#app/responses/list-responses.server.ts'
import { errorWords } from '#app/words.ts'

// The listener lets everybody in; the key is asked for inside.
export const handle = { access: 'public' }

export const loader = (args: LoaderFunctionArgs) =>
  readWithKey(args, errorWords, async ({ ctx, query }) => {
    const filter = responsesQuery.parse(query)
    checkCursor(filter.after)
    const { responses, next } = await listResponses(ctx, filter)
    return { body: { responses: responses.map(presentResponse), next } }
  })

export const action = (args: LoaderFunctionArgs) => refuseCall(args, errorWords, ['GET'])
