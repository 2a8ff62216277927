import type { z } from 'zod'
import { proofInput } from '#app/advocacy/quotes/quote-form.ts'
import { authorise, read, write, type Ctx } from '#app/audit/context.server.ts'
import { recordEvent } from '#app/audit/record-event.server.ts'
import { proofSettings } from '#db/schema/advocacy-quotes.ts'

/** Whether the public pages exist, and which origins may embed the block (none: any). Open to every room. */
export async function getProof(ctx: Ctx): Promise<{ shown: boolean; origins: string[] }> {
  const [row] = await read(ctx).select().from(proofSettings).limit(1)
  return row ? { shown: row.shown, origins: row.origins } : { shown: false, origins: [] }
}

/** Opens or closes the public pages, and says who may embed them. */
export async function editProof(ctx: Ctx, input: z.input<typeof proofInput>): Promise<void> {
  const given = proofInput.parse(input)
  authorise(ctx, 'settings.edit')
  await write(ctx, async (ctx) => {
    const before = await getProof(ctx)
    const set = { ...given, updatedAt: ctx.now() }
    await ctx.tx
      .insert(proofSettings)
      .values({ id: 'proof', ...set })
      .onConflictDoUpdate({ target: proofSettings.id, set })
    await recordEvent(ctx, {
      type: 'advocacy.proof_edited',
      subject: { kind: 'organisation', id: 'org' },
      data: { shown: given.shown, before: before.shown },
    })
  })
}
