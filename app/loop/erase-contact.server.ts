import { eq, inArray, sql } from 'drizzle-orm'
import { hideContact, holdContact, type Known } from '#app/accounts/erasing/erase-contact-row.server.ts'
import { contactId as contactIdSchema } from '#app/accounts/account.ts'
import { eraseAdvocate } from '#app/advocacy/end-consents.server.ts'
import { eraseRewards } from '#app/advocacy/rewards/hand-over-rewards.server.ts'
import { eraseReferrals } from '#app/advocacy/referrals/erase-referrals.server.ts'
import { authorise, read, write, type Ctx, type TxCtx } from '#app/audit/context.server.ts'
import { forgetPerson } from '#app/audit/forget-person.server.ts'
import { recordEvent } from '#app/audit/record-event.server.ts'
import { eraseFromCases } from '#app/cases/erase-from-cases.server.ts'
import { repliesTo } from '#app/cases/replies/mails-of-case.server.ts'
import { eraseInvitations, holdInvitations } from '#app/delivery/erase-invitations.server.ts'
import { eraseMails } from '#app/email/erase-mail.server.ts'
import { enqueue } from '#app/jobs/enqueue.server.ts'
import { takeTurns } from '#app/loop/merging/merge-steps.server.ts'
import { mergesRunning } from '#app/loop/merging/start-merge.server.ts'
import { Conflict, Forbidden, NotFound } from '#app/platform/errors.ts'
import { marksOf, type Marks } from '#app/platform/text-about.ts'
import { eraseAnswers } from '#app/responses/erase-answers.server.ts'
import { eraseVoices } from '#app/voices/erase-voices.server.ts'
import { forUpdate } from '#db/fragments.ts'
import { imports } from '#db/schema/accounts.ts'
import { mergedIds } from '#db/schema/accounts-moving.ts'

export const sweepErased = 'loop.sweep-erased'

/** What was erased, in numbers. */
export interface Erased {
  answers: number
  invitations: number
  cases: number
  voices: number
}

/**
 * Erases a person, by themselves through their link or by a colleague: in one transaction all that is tied to them, so
 * that nothing is sent, shown or answered any more. Texts that only name them (uploaded files, refused lines, mail to
 * colleagues) follow at once by the job `loop.sweep-erased`.
 * @throws NotFound when there is nobody, or nobody any more; Conflict while they are being merged
 */
export async function eraseContact(ctx: Ctx, input: { contactId: string }): Promise<Erased> {
  const id = contactIdSchema.safeParse(input.contactId)
  if (!id.success) throw new NotFound()
  if (ctx.actor.kind === 'contact') {
    authorise(ctx, 'answer.give')
    if (ctx.actor.id !== id.data) throw new Forbidden()
  } else authorise(ctx, 'contacts.erase')
  return write(ctx, async (ctx) => {
    await takeTurns(ctx)
    const merging = await mergesRunning(ctx)
    if (merging.some(({ payload }) => payload.from === id.data || payload.into === id.data))
      throw new Conflict('merge_running')
    // An import waits between two batches, and then knows them no more.
    await ctx.tx
      .select({ id: imports.id })
      .from(imports)
      .where(sql`${inArray(imports.state, ['applying', 'undoing'])} order by ${imports.id} ${forUpdate()}`)
    await holdInvitations(ctx, id.data)
    const row = await holdContact(ctx, id.data)
    if (!row || row.state === 'erased') throw new NotFound()
    const { refIds, ...erased } = await eraseTied(ctx, row)
    await hideContact(ctx, row)
    await recordEvent(ctx, {
      type: 'contacts.erased',
      subject: { kind: 'contact', id: row.id },
      accountId: row.accountId,
      contactId: row.id,
      data: { ...erased },
    })
    await enqueue(ctx, { kind: sweepErased, key: `erase/${row.id}`, payload: { contactId: row.id, refIds } })
    return erased
  })
}

/**
 * Blanks what an index leads to from the person. Run again it takes what was added meanwhile;
 * `known`: ids that the run before gave.
 * @returns how much there was, and the ids of things that mail to colleagues may be about
 */
export async function eraseTied(ctx: TxCtx, row: Known, known: string[] = []): Promise<Erased & { refIds: string[] }> {
  const marks = marksOfContact(row)
  const ids = await idsOf(ctx, row.id)
  const invitations = await eraseInvitations(ctx, row.id, row.email)
  const answers = await eraseAnswers(ctx, row.id, invitations)
  // Before the cases forget whom they were to: the address may have changed since.
  const replies = [...(await repliesTo(ctx, ids)), ...known.filter((one) => one.startsWith('msg_'))]
  const cases = await eraseFromCases(ctx, row.id, marks)
  const voices = await eraseVoices(ctx, row.id, invitations)
  await eraseAdvocate(ctx, row.id)
  await eraseReferrals(ctx, row, marks)
  await eraseRewards(ctx, row.id, marks)
  await eraseMails(ctx, {
    contactIds: ids,
    email: row.email,
    invitationIds: [...invitations, ...known.filter((one) => one.startsWith('inv_'))],
    messageIds: replies,
  })
  await forgetPerson(ctx, ids, cases)
  return {
    answers: answers.length,
    invitations: invitations.length,
    cases: cases.length,
    voices: voices.length,
    refIds: [...invitations, ...answers, ...cases, ...voices, ...replies],
  }
}

/** What the person is recognised by in texts. */
export const marksOfContact = ({ id, email, phone, externalId, name, nameKana }: Known): Marks =>
  marksOf({ id, email, phone, externalId, names: [name, nameKana] })

/** The ids that were merged into a person: what is written under them is about the person too. */
export const idsOf = async (ctx: Ctx, contactId: string): Promise<string[]> => [
  contactId,
  ...(await read(ctx).select({ id: mergedIds.id }).from(mergedIds).where(eq(mergedIds.intoId, contactId))).map(
    (row) => row.id,
  ),
]
