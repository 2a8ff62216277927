import { and, eq } from 'drizzle-orm'
import { z } from 'zod'
import { forbids, blocksOf } from '#app/advocacy/asking/blocks.ts'
import { holdAsk, moveAsk } from '#app/advocacy/asking/change-ask.server.ts'
import { openCodeOf } from '#app/advocacy/asking/give-referral-link.server.ts'
import { rulesOf } from '#app/advocacy/asking/standing-sql.server.ts'
import { standingsOf } from '#app/advocacy/asking/standings-of.server.ts'
import { takeAnswer } from '#app/advocacy/asking/take-answer.server.ts'
import { askKindAt, askKinds } from '#app/advocacy/catalogue/get-ask-kind.server.ts'
import { as, authorise, read, write, type Ctx, type TxCtx } from '#app/audit/context.server.ts'
import { noteAsked } from '#app/delivery/note-outreach.server.ts'
import { lockPeople } from '#app/delivery/weigh-invitations.server.ts'
import { newId } from '#app/platform/ids.server.ts'
import { isTestAnswer } from '#app/responses/get-answering-invitation.server.ts'
import { holdInvitation } from '#app/responses/hold-invitation.server.ts'
import { refuseEndless } from '#app/responses/keep-answers.server.ts'
import { askKinds as kinds, type AskKind, type AskWording } from '#db/enums/advocacy.ts'
import { advocates } from '#db/schema/advocacy.ts'
import { asks } from '#db/schema/advocacy-asks.ts'

interface Person {
  contactId: string
  responseId: string
}

/** What a promoter is asked on the page after their answer. */
export interface ThanksAsk {
  kind: AskKind
  wording: Record<'en' | 'ja', AskWording>
  /** What they said to it here; null: nothing yet. */
  said: 'accept' | 'decline' | null
  /** Of who said yes to recommending us: the code of their link. */
  code: string | null
}

/**
 * The one thing that somebody is asked on the page after their answer: what they said to it already, else the first kind
 * that is offered there and that no rule forbids this moment. Null: nothing. Showing it counts as no ask, answering it does.
 */
export async function thanksAskOf(ctx: Ctx, of: Person): Promise<ThanksAsk | null> {
  const [asked] = await findAsked(ctx, of)
  if (asked) {
    if (asked.state !== 'accepted' && asked.state !== 'declined') return null
    const { wording } = (await askKindAt(ctx, asked.kind, asked.version)).content
    const said = asked.state === 'accepted' ? ('accept' as const) : ('decline' as const)
    const code = said === 'accept' && asked.kind === 'referral' ? await openCodeOf(ctx, of.contactId) : null
    return { kind: asked.kind, wording, said, code }
  }
  for (const { kind, content } of await askKinds(ctx))
    if (content.on && content.thanks && (await mayBeAsked(ctx, kind, of.contactId)))
      return { kind, wording: content.wording, said: null, code: null }
  return null
}

const findAsked = (ctx: Ctx, { contactId, responseId }: Person) =>
  read(ctx)
    .select()
    .from(asks)
    .where(and(eq(asks.contactId, contactId), eq(asks.channel, 'thanks'), eq(asks.responseId, responseId)))

async function mayBeAsked(ctx: Ctx, kind: AskKind, contactId: string): Promise<boolean> {
  const which = eq(advocates.contactId, contactId)
  const [found] = await standingsOf(ctx, await rulesOf(ctx, kind), { which, limit: 1 })
  return found !== undefined && forbids(blocksOf(found.blocks), 'thanks').length === 0
}

const input = z.object({
  invitationId: z.string().max(60),
  kind: z.enum(kinds),
  answer: z.enum(['accept', 'decline']),
  /** In which language the words were read that a yes agrees to. */
  language: z.enum(['en', 'ja']),
})

/**
 * What a promoter says on that page. With it they have been asked: it takes of the budgets and keeps others from asking, under
 * the locks of any reservation. They may change their mind there until it is done.
 * @returns false when there is nobody to say it: an answer without a person, not happy, or a test; or when a rule forbids it by now
 */
export async function answerThanksAsk(ctx: Ctx, given: z.input<typeof input>): Promise<boolean> {
  const { invitationId, kind, answer, language } = input.parse(given)
  authorise(ctx, 'answer.give')
  return write(ctx, async (tx) => {
    const invitation = await holdInvitation(tx, invitationId)
    if (invitation?.responseState !== 'counted' || invitation.class !== 'high' || isTestAnswer(invitation)) return false
    const { responseId, contactId, accountId, account } = invitation
    if (!responseId || !contactId) return false
    const ctx = as(tx, { kind: 'contact', id: contactId }) as TxCtx
    await refuseEndless(ctx, responseId)
    await lockPeople(ctx, [{ id: contactId, accountId }])
    const [asked] = await findAsked(ctx, { contactId, responseId })
    if (asked && asked.kind !== kind) return false
    const ask = asked ?? (await askHere(ctx, { kind, contactId, accountId, responseId, ownerId: account?.ownerId ?? null, language })) // prettier-ignore
    return ask !== null && takeAnswer(ctx, ask, { answer, months: 3, language, source: 'ask' })
  })
}

type New = Person & { kind: AskKind; accountId: string | null; ownerId: string | null; language: 'en' | 'ja' }

/** Asked there and then: in the name of who looks after the account. */
async function askHere(ctx: TxCtx, { kind, contactId, accountId, responseId, ownerId, language }: New) {
  const of = await rulesOf(ctx, kind)
  if (!of.content.thanks || !(await mayBeAsked(ctx, kind, contactId))) return null
  const at = ctx.now()
  const id = newId('ask', at)
  const row = { id, kind, version: of.version, contactId, accountId, responseId, language }
  await ctx.tx.insert(asks).values({
    ...row,
    state: 'reserved',
    channel: 'thanks',
    holderId: ownerId ?? 'system',
    reservedAt: at,
    reservedUntil: at + 1,
    quarter: of.quarter,
  })
  await moveAsk(ctx, (await holdAsk(ctx, id))!, 'note', { set: { sentAt: at }, data: { way: 'thanks' } })
  await noteAsked(ctx, { contactId, accountId, refId: id, at })
  return holdAsk(ctx, id)
}
