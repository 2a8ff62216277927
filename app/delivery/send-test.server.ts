import { and, eq } from 'drizzle-orm'
import { z } from 'zod'
import { authorise, write, type Ctx } from '#app/audit/context.server.ts'
import { recordEvent } from '#app/audit/record-event.server.ts'
import { invitationLifetime } from '#app/delivery/planning.ts'
import { enqueueMessage } from '#app/email/enqueue-message.server.ts'
import { Conflict, Forbidden, NotFound } from '#app/platform/errors.ts'
import { newId } from '#app/platform/ids.server.ts'
import { languages } from '#app/platform/languages.ts'
import { askedPrograms } from '#app/surveys/recovery/asked-programs.server.ts'
import { users } from '#db/schema/access.ts'
import { invitations } from '#db/schema/delivery.ts'
import { programs } from '#db/schema/surveys.ts'

export const sendTestSchema = z.object({ programId: z.string().max(60), language: z.enum(languages) })

/**
 * Mails the survey, as it is saved now, to the person who asks. What is answered through it never counts.
 * @returns the address it goes to
 */
export async function sendTest(
  ctx: Ctx,
  input: z.input<typeof sendTestSchema>,
): Promise<{ invitationId: string; email: string }> {
  const { programId, language } = sendTestSchema.parse(input)
  authorise(ctx, 'programs.edit')
  const { actor } = ctx
  if (actor.kind !== 'user') throw new Forbidden()
  return write(ctx, async (ctx) => {
    const [program] = await ctx.tx
      .select()
      .from(programs)
      .where(and(askedPrograms, eq(programs.id, programId)))
    if (!program?.currentVersionId) throw new NotFound()
    if (program.state === 'archived') throw new Conflict('program_archived')
    const [me] = await ctx.tx.select({ email: users.email }).from(users).where(eq(users.id, actor.id))
    if (!me) throw new NotFound()
    const at = ctx.now()
    const id = newId('inv', at)
    await ctx.tx.insert(invitations).values({
      id,
      programId,
      versionId: program.currentVersionId,
      channel: 'email',
      occasion: `test:${id}`,
      respondentKey: `test:${id}`,
      state: 'queued',
      dueAt: at,
      expiresAt: at + invitationLifetime,
      language,
      gen: 1,
      isTest: true,
      createdAt: at,
    })
    await enqueueMessage(ctx, {
      key: `invitation/${id}`,
      stream: 'invitation',
      template: 'invitation',
      to: { email: me.email, userId: actor.id },
      ref: { kind: 'invitation', id },
    })
    await recordEvent(ctx, {
      type: 'delivery.test_sent',
      subject: { kind: 'program', id: programId },
      data: { invitationId: id, language },
    })
    return { invitationId: id, email: me.email }
  })
}
