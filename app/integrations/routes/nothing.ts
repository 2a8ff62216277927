import type { LoaderFunctionArgs } from '@remix-run/node'
import { refuseCall } from '#app/integrations/with-key.server.ts'
import { errorWords } from '#app/words.ts'

export const handle = { access: 'public' }

export const loader = (args: LoaderFunctionArgs) => refuseCall(args, errorWords)
export const action = (args: LoaderFunctionArgs) => refuseCall(args, errorWords)
