import { and, desc, eq, inArray } from 'drizzle-orm'
import { agreedWords } from '#app/advocacy/asking/consent-of-ask.server.ts'
import { holdsAt } from '#app/advocacy/consent-ends.server.ts'
import { authorise, read, type Ctx } from '#app/audit/context.server.ts'
import type { AskKind } from '#db/enums/advocacy.ts'
import { consents } from '#db/schema/advocacy.ts'

/** What a person agreed to, the newest first, ended ones too, each with the very words. */
export async function listConsents(ctx: Ctx, contactId: string) {
  authorise(ctx, 'advocates.read')
  const rows = await read(ctx)
    .select({
      id: consents.id,
      kind: consents.askType,
      textVersion: consents.textVersion,
      state: consents.state,
      source: consents.source,
      at: consents.at,
      expiresAt: consents.expiresAt,
      endedAt: consents.endedAt,
      responseId: consents.responseId,
    })
    .from(consents)
    .where(eq(consents.party, `con:${contactId}`))
    .orderBy(desc(consents.id))
    .limit(50)
  return Promise.all(
    rows.map(async ({ textVersion, ...row }) => ({
      ...row,
      // What is over by now is over, whether or not the job has come by since.
      state: row.state === 'given' && row.expiresAt !== null && row.expiresAt <= ctx.now() ? 'expired' : row.state,
      agreed: await agreedWords(ctx, row.kind, textVersion),
    })),
  )
}

/** What each of some people agrees to now, by the id of the person. */
export async function consentsOf(ctx: Ctx, contactIds: string[]): Promise<Map<string, AskKind[]>> {
  const found = new Map<string, AskKind[]>()
  if (contactIds.length === 0) return found
  const rows = await read(ctx)
    .select({ party: consents.party, kind: consents.askType })
    .from(consents)
    .where(and(inArray(consents.party, contactIds.map((id) => `con:${id}`)), holdsAt(ctx.now()))) // prettier-ignore
  for (const { party, kind } of rows) {
    const id = party.slice('con:'.length)
    found.set(id, [...(found.get(id) ?? []), kind])
  }
  return found
}
