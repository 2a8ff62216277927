import { eq, sql } from 'drizzle-orm'
import type { z } from 'zod'
import { askSettingsSchema } from '#app/advocacy/catalogue/ask-settings.ts'
import { authorise, read, write, type Ctx } from '#app/audit/context.server.ts'
import { recordEvent } from '#app/audit/record-event.server.ts'
import { nameLock } from '#db/lock.ts'
import { askSettings as table } from '#db/schema/advocacy-asks.ts'
import { statement } from '#db/statement.ts'

const oneAtATime = nameLock('advocacy.ask-settings')
const id = 'main'
const standard = { perPerson: 2, perAccount: 2 }

const find = statement((db) =>
  db
    .select({ perPerson: table.perPerson, perAccount: table.perAccount })
    .from(table)
    .where(eq(table.id, sql.placeholder('id'))),
)

/** How many asks a person and an account bear in a quarter, whoever asks: 0 to 50. Open to every room. */
export async function askSettings(ctx: Ctx): Promise<{ perPerson: number; perAccount: number }> {
  const [row] = await find(read(ctx), { id })
  return row ?? standard
}

/** It holds for what is asked from now on. Saying the same again writes nothing. @returns whether it changed */
export async function editAskSettings(ctx: Ctx, input: z.input<typeof askSettingsSchema>): Promise<boolean> {
  authorise(ctx, 'advocates.edit')
  const { perPerson, perAccount } = askSettingsSchema.parse(input)
  return write(ctx, async (ctx) => {
    await oneAtATime(ctx.tx)
    const before = await askSettings(ctx)
    if (before.perPerson === perPerson && before.perAccount === perAccount) return false
    const row = { perPerson, perAccount, updatedAt: ctx.now() }
    await ctx.tx
      .insert(table)
      .values({ id, ...row })
      .onConflictDoUpdate({ target: table.id, set: row })
    await recordEvent(ctx, {
      type: 'advocacy.ask_settings_changed',
      subject: { kind: 'ask_settings', id },
      data: { before, after: { perPerson, perAccount } },
    })
    return true
  })
}
