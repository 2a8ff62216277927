import { and, eq, inArray } from 'drizzle-orm'
import type { TxCtx } from '#app/audit/context.server.ts'
import type { Repointing } from '#db/repoint.ts'
import { consents } from '#db/schema/advocacy.ts'
import { companyConsents } from '#db/schema/advocacy-consents.ts'

/**
 * What an account that is merged into another agreed to is the other's from now on, with its documents. Of the same thing twice
 * the other's own holds.
 */
export async function handOverCompanyConsents(ctx: TxCtx, { from, into }: Repointing, most: number): Promise<number> {
  const { tx, now } = ctx
  const [old, known] = [`acc:${from}`, `acc:${into}`]
  const theirs = tx
    .select({ id: companyConsents.consentId })
    .from(companyConsents)
    .where(eq(companyConsents.accountId, from))
    .limit(most)
  const moved = await tx
    .update(companyConsents)
    .set({ accountId: into })
    .where(inArray(companyConsents.consentId, theirs))
    .returning({ id: companyConsents.consentId })
  const own = tx
    .select({ kind: consents.askType })
    .from(consents)
    .where(and(eq(consents.party, known), eq(consents.state, 'given')))
  await tx
    .update(consents)
    .set({ state: 'replaced', endedAt: now() })
    .where(and(eq(consents.party, old), eq(consents.state, 'given'), inArray(consents.askType, own)))
  await tx.update(consents).set({ party: known }).where(eq(consents.party, old))
  return moved.length
}

/** Whoever of two people who are one agreed for their company, the one who stays did. */
export async function handOverSignatures({ tx }: TxCtx, { from, into }: Repointing): Promise<number> {
  const rows = await tx
    .update(companyConsents)
    .set({ contactId: into })
    .where(eq(companyConsents.contactId, from))
    .returning({ id: companyConsents.consentId })
  return rows.length
}

/**
 * Who is erased agreed to nothing by name any more. What the company agreed to is the company's: it goes on, and so does the
 * document that it signed, under a name that tells nothing.
 */
export async function eraseSignatures({ tx }: TxCtx, contactId: string): Promise<void> {
  const theirs = await tx
    .update(companyConsents)
    .set({ contactId: null, agreedBy: null })
    .where(eq(companyConsents.contactId, contactId))
    .returning()
  for (const { consentId, fileName } of theirs)
    if (fileName !== null)
      await tx
        .update(companyConsents)
        .set({ fileName: `document.${fileName.split('.').at(-1)}` })
        .where(eq(companyConsents.consentId, consentId))
}
