import { eq } from 'drizzle-orm'
import { authorise, write, type Ctx } from '#app/audit/context.server.ts'
import { recordEvent } from '#app/audit/record-event.server.ts'
import { enqueueMessage } from '#app/email/enqueue-message.server.ts'
import { Forbidden } from '#app/platform/errors.ts'
import { newId } from '#app/platform/ids.server.ts'
import { users } from '#db/schema/access.ts'

/** Writes to whoever asks, through the transport that customers' mail takes. @returns their address */
export function sendTestMail(ctx: Ctx): Promise<{ email: string }> {
  authorise(ctx, 'settings.edit')
  const { actor } = ctx
  if (actor.kind !== 'user') throw new Forbidden()
  return write(ctx, async (ctx) => {
    const [self] = await ctx.tx.select({ email: users.email }).from(users).where(eq(users.id, actor.id))
    if (!self) throw new Forbidden()
    await enqueueMessage(ctx, {
      key: `sender-test/${newId('tst', ctx.now())}`,
      stream: 'staff',
      template: 'access.sender-test',
      to: { email: self.email, userId: actor.id },
      ref: { kind: 'user', id: actor.id },
    })
    await recordEvent(ctx, { type: 'access.sender_tested', subject: { kind: 'user', id: actor.id } })
    return { email: self.email }
  })
}
