import { and, eq, ne } from 'drizzle-orm'
import type { z } from 'zod'
import { mergedBy, survivorOf } from '#app/accounts/merging/merged-into.server.ts'
import { read, type Ctx } from '#app/audit/context.server.ts'
import type { contactRef } from '#app/integrations/queries.ts'
import { Invalid } from '#app/platform/errors.ts'
import { cleanText, emailKey } from '#app/platform/text.ts'
import { contacts } from '#db/schema/accounts.ts'

type Ref = z.output<typeof contactRef>

/**
 * The id of the person whom another system means, by what it calls them: who became one with another is the other.
 * @throws Invalid `contact_unknown`
 */
export async function findContact(ctx: Ctx, ref: Ref): Promise<string> {
  const { id, externalId, email } = ref
  const wanted = cleanText(id ?? externalId ?? email ?? '') ?? ''
  const column = id !== undefined ? contacts.id : externalId !== undefined ? contacts.externalId : contacts.emailKey
  const [person] = await read(ctx)
    .select({ id: contacts.id })
    .from(contacts)
    .where(and(eq(column, email === undefined ? wanted : emailKey(wanted)), ne(contacts.state, 'erased')))
  const found = person?.id ?? (await survivor(ctx, ref, wanted))
  if (found === null) throw new Invalid('contact_unknown', { '/contact': 'contact_unknown' })
  return found
}

/** Whom another system still calls as they were called before two records became one. */
const survivor = (ctx: Ctx, { id, externalId }: Ref, wanted: string) =>
  id !== undefined
    ? survivorOf(ctx, wanted)
    : mergedBy(ctx, 'contact', externalId !== undefined ? { externalId: wanted } : { emailKey: emailKey(wanted) })
