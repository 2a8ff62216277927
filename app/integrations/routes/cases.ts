import type { LoaderFunctionArgs } from '@remix-run/node'
import { presentCase } from '#app/integrations/present.ts'
import { casesQuery } from '#app/integrations/queries.ts'
import { checkCursor, readWithKey, refuseCall } from '#app/integrations/with-key.server.ts'
import { listCases } from '#app/cases/list-cases.server.ts'
import { errorWords } from '#app/words.ts'

// The listener lets everybody in; the key is asked for inside.
export const handle = { access: 'public' }

export const loader = (args: LoaderFunctionArgs) =>
  readWithKey(args, errorWords, async ({ ctx, query }) => {
    const filter = casesQuery.parse(query)
    checkCursor(filter.after)
    const { cases, next } = await listCases(ctx, filter)
    return { body: { cases: cases.map(presentCase), next } }
  })

export const action = (args: LoaderFunctionArgs) => refuseCall(args, errorWords, ['GET'])
