import type { ActionFunctionArgs } from '@remix-run/node'
import { z } from 'zod'
import {
  ensureReferralLink,
  renewReferralLink,
  revokeReferralLink,
} from '#app/advocacy/referrals/referral-links.server.ts'
import { referralWords as words } from '#app/advocacy/referrals/words.ts'
import { Refusal } from '#app/platform/errors.ts'
import { readForm } from '#app/platform/http/form.server.ts'
import { saidRedirect } from '#app/platform/http/said.server.ts'
import { translate } from '#app/platform/words.ts'

export const handle = { access: 'advocates.edit' }

const verbs = {
  make: { run: ensureReferralLink, said: words.saidMade },
  renew: { run: renewReferralLink, said: words.saidRenewed },
  revoke: { run: revokeReferralLink, said: words.saidRevoked },
}

/** Makes, replaces or takes back the personal link of somebody. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const form = await readForm(request, z.object({ verb: z.enum(['make', 'renew', 'revoke']) }), context.locale)
  if (form.status !== 'success') throw new Refusal(400, 'bad_request')
  const { run, said } = verbs[form.value.verb]
  await run(context.ctx, params.contactId!)
  return saidRedirect(`/contacts/${params.contactId}`, { text: translate(context.locale, said) }, context)
}
