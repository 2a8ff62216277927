import type { LoaderFunctionArgs } from '@remix-run/node'
import { getOverview } from '#app/insights/get-overview.server.ts'
import { presentMetrics } from '#app/integrations/present.ts'
import { metricsQuery } from '#app/integrations/queries.ts'
import { readWithKey, refuseCall } from '#app/integrations/with-key.server.ts'
import { errorWords } from '#app/words.ts'

// The listener lets everybody in; the key is asked for inside.
export const handle = { access: 'public' }

export const loader = (args: LoaderFunctionArgs) =>
  readWithKey(args, errorWords, async ({ ctx, query }) => {
    const { metric, program } = metricsQuery.parse(query)
    return { body: presentMetrics(await getOverview(ctx, { metric, programId: program })) }
  })

export const action = (args: LoaderFunctionArgs) => refuseCall(args, errorWords, ['GET'])
