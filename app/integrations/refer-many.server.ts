import { addReferral } from '#app/advocacy/referrals/add-referral.server.ts'
import { personOfCode } from '#app/advocacy/referrals/receive-referral.server.ts'
import { settleReferral } from '#app/advocacy/referrals/settle-referral.server.ts'
import { authorise, type Ctx } from '#app/audit/context.server.ts'
import { moveItem, movesBody, referralItem, referralsBody } from '#app/integrations/advocacy-bodies.ts'
import { eachItem, type Saying } from '#app/integrations/each-item.server.ts'
import { findContact } from '#app/integrations/find-contact.server.ts'

/**
 * Keeps leads that customers recommended us to: the same lead of the same referrer is one referral, however often it is
 * sent, and what is suspicious waits for a colleague.
 */
export async function referMany(ctx: Ctx, body: unknown, saying: Saying) {
  authorise(ctx, 'advocates.edit')
  const { items } = referralsBody.parse(body)
  return eachItem(items, referralItem, saying, async ({ code, referrer, ...lead }) => {
    const by = referrer
      ? { contactId: await findContact(ctx, referrer), code: null }
      : await personOfCode(ctx, code ?? '')
    const { id, fresh, state } = await addReferral(ctx, { ...lead, ...by, source: 'api' })
    return { status: fresh ? 'created' : 'unchanged', id, state }
  })
}

/** Moves referrals on. What is where it is moved to already, with the same deal, is `unchanged`. */
export async function moveMany(ctx: Ctx, body: unknown, saying: Saying) {
  authorise(ctx, 'advocates.edit')
  const { items } = movesBody.parse(body)
  return eachItem(items, moveItem, saying, async ({ id, verb, reason, deal }) => {
    const { changed, state } = await settleReferral(ctx, { id, verb, reason, ...deal })
    return { status: changed ? 'updated' : 'unchanged', id, state }
  })
}
