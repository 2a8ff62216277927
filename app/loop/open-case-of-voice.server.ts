import { and, eq, ne } from 'drizzle-orm'
import { workOf } from '#app/access/absences/works-for.server.ts'
import { placeHold } from '#app/accounts/place-hold.server.ts'
import { authorise, write, type Ctx, type TxCtx } from '#app/audit/context.server.ts'
import { openOrJoinCaseOfVoice, type Landed } from '#app/cases/open-case.server.ts'
import { subjectKeyOf } from '#app/cases/subject-key.ts'
import { holdVoice, putOnCase } from '#app/voices/put-on-case.server.ts'
import { accounts } from '#db/schema/accounts.ts'
import { cases } from '#db/schema/cases.ts'

/**
 * Somebody takes what was heard elsewhere for unhappy: it opens a case or joins the open one of its customer, as an
 * unhappy answer does, and no survey goes there meanwhile. Pressed twice, it lands once.
 * @throws NotFound, Forbidden unless this actor works on that customer's cases
 */
export async function openCaseOfVoice(ctx: Ctx, { voiceId }: { voiceId: string }): Promise<Landed> {
  authorise(ctx, 'cases.work')
  return write(ctx, async (ctx) => {
    const voice = await holdVoice(ctx, voiceId)
    const account = voice.accountId ? await ownedBy(ctx, voice.accountId) : null
    authorise(ctx, 'cases.work', await workOf(ctx, account?.ownerId ?? null))
    if (voice.caseId && (await isOpen(ctx, voice.caseId))) return { caseId: voice.caseId, opened: false }
    const { contactId } = voice
    const landed = await openOrJoinCaseOfVoice(ctx, { voice, severity: 'normal', account, contactId })
    const subjectKey = subjectKeyOf(account, contactId, voice.id)
    await placeHold(ctx, { subjectKey, reason: 'open_case', refId: landed.caseId })
    await putOnCase(ctx, { id: voice.id, caseId: landed.caseId })
    return landed
  })
}

async function ownedBy(ctx: TxCtx, id: string) {
  const [row] = await ctx.tx
    .select({ id: accounts.id, ownerId: accounts.ownerId })
    .from(accounts)
    .where(eq(accounts.id, id))
  return row ?? null
}

async function isOpen(ctx: TxCtx, caseId: string): Promise<boolean> {
  const [row] = await ctx.tx
    .select({ id: cases.id })
    .from(cases)
    .where(and(eq(cases.id, caseId), ne(cases.state, 'closed')))
  return row !== undefined
}
