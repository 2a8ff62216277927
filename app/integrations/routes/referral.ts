import type { LoaderFunctionArgs } from '@remix-run/node'
import { getReferral } from '#app/advocacy/referrals/get-referral.server.ts'
import { presentReferral } from '#app/integrations/present-advocacy.ts'
import { readWithKey, refuseCall } from '#app/integrations/with-key.server.ts'
import { errorWords } from '#app/words.ts'

// The listener lets everybody in; the key is asked for inside.
export const handle = { access: 'public' }

export const loader = (args: LoaderFunctionArgs) =>
  readWithKey(args, errorWords, async ({ ctx }) => ({ body: presentReferral(await getReferral(ctx, args.params.id!)) }))

export const action = (args: LoaderFunctionArgs) => refuseCall(args, errorWords, ['GET'])
