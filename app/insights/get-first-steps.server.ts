import { authorise, read, type Ctx } from '#app/audit/context.server.ts'
import { contacts } from '#db/schema/accounts.ts'
import { invitations } from '#db/schema/delivery.ts'
import { programs } from '#db/schema/surveys.ts'

export interface FirstSteps {
  imported: boolean
  programId: string | null
  launched: boolean
}

/** How far a new install is on its way to the first answer. */
export async function getFirstSteps(ctx: Ctx): Promise<FirstSteps> {
  authorise(ctx, 'today.read')
  const db = read(ctx)
  const [contact] = await db.select({ id: contacts.id }).from(contacts).limit(1)
  const [program] = await db.select({ id: programs.id }).from(programs).limit(1)
  const [invitation] = await db.select({ id: invitations.id }).from(invitations).limit(1)
  return { imported: contact !== undefined, programId: program?.id ?? null, launched: invitation !== undefined }
}
