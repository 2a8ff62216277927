import { write, type Ctx } from '#app/audit/context.server.ts'
import { recordEvent } from '#app/audit/record-event.server.ts'
import { newId } from '#app/platform/ids.server.ts'
import { emailKey } from '#app/platform/text.ts'
import { suppressions, type suppressionReasons } from '#db/schema/email.ts'

export interface NewSuppression {
  email: string
  reason: (typeof suppressionReasons)[number]
  /** Where we have it from: `resend`, `import/<id>`. */
  source: string
  /** False keeps the fingerprint only, say of somebody who was erased. */
  keepAddress?: boolean
}

/**
 * Nothing is sent to an address any more, until somebody lifts it with a reason. Writes no second row for one that
 * is suppressed already.
 * @returns whether it is new
 */
export function suppressAddress(
  ctx: Ctx,
  { email, reason, source, keepAddress = true }: NewSuppression,
): Promise<boolean> {
  return write(ctx, async (ctx) => {
    const at = ctx.now()
    const [made] = await ctx.tx
      .insert(suppressions)
      .values({
        id: newId('sup', at),
        toHmac: ctx.keys.fingerprint(emailKey(email)),
        email: keepAddress ? email.trim() : null,
        reason,
        source,
        at,
      })
      .onConflictDoNothing()
      .returning({ id: suppressions.id })
    if (!made) return false
    await recordEvent(ctx, {
      type: 'email.suppressed',
      subject: { kind: 'suppression', id: made.id },
      data: { reason, source },
    })
    return true
  })
}
