import type { z } from 'zod'
import { authorise, write, type Ctx } from '#app/audit/context.server.ts'
import { recordEvent } from '#app/audit/record-event.server.ts'
import { getOrganisation, organisationId } from '#app/access/get-organisation.server.ts'
import { organisationSchema } from '#app/access/organisation.ts'
import { saveOrganisation } from '#app/access/save-organisation.server.ts'

/** Changes what the install says about itself. A new zone or currency holds for what is written from now on. */
export function editOrganisation(ctx: Ctx, input: z.input<typeof organisationSchema>): Promise<void> {
  const given = organisationSchema.parse(input)
  authorise(ctx, 'settings.edit')
  return write(ctx, async (ctx) => {
    const before = await getOrganisation(ctx)
    const after = { ...before, ...given, id: organisationId, privacyUrl: given.privacyUrl ?? null }
    await saveOrganisation(ctx, after)
    const changed = (Object.keys(after) as (keyof typeof after)[]).filter((key) => after[key] !== before[key])
    await recordEvent(ctx, {
      type: 'access.organisation_edited',
      subject: { kind: 'organisation', id: organisationId },
      data: { changed },
    })
  })
}
