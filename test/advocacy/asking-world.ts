import { nominateAdvocate } from '#app/advocacy/nominate-advocate.server.ts'
import { write } from '#app/audit/context.server.ts'
import { newId } from '#app/platform/ids.server.ts'
import { DAY } from '#app/platform/day.ts'
import { eq } from 'drizzle-orm'
import type { AskKind } from '#db/enums/advocacy.ts'
import { contacts } from '#db/schema/accounts.ts'
import { consents } from '#db/schema/advocacy.ts'
import { makeProgram, makeResponse } from '#test/cases/make.ts'
import type { AccountRow, ContactRow } from '#test/make.ts'
import type { World } from '#test/world.ts'

/** People who answered 10 the day before, agreed to be asked for a referral, and work at one account. */
export async function promoters(w: World, account: AccountRow, names: string[]): Promise<ContactRow[]> {
  const program = await makeProgram(w)
  const made: ContactRow[] = []
  for (const name of names) {
    const contact = await w.contact({ accountId: account.id, name, language: 'en' })
    const answer = await makeResponse(w, program, { contact, score: 10, comment: `${name} is happy.` })
    await w.store.write(async (tx) => {
      await tx
        .update(contacts)
        .set({ lastClass: 'high', lastAnsweredAt: w.now() - DAY })
        .where(eq(contacts.id, contact.id))
    })
    await write(w.system(), (ctx) =>
      nominateAdvocate(ctx, { contactId: contact.id, accountId: account.id, responseId: answer.id }),
    )
    await agree(w, `con:${contact.id}`, 'referral')
    made.push(contact)
  }
  return made
}

export async function agree(w: World, party: string, kind: AskKind): Promise<void> {
  const id = newId('cst', w.now())
  await w.store.write(async (tx) => {
    await tx
      .insert(consents)
      .values({ id, party, askType: kind, textVersion: '1/en', state: 'given', source: 'thanks', at: w.now() })
  })
}
