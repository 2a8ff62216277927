import { z } from 'zod'
import { dropViewsAbout } from '#app/access/drop-views-about.server.ts'
import { endErasing, whoIsErased } from '#app/accounts/erasing/erase-contact-row.server.ts'
import { dropFilesAbout, scrubRejects, scrubSteps } from '#app/accounts/erasing/scrub-imports.server.ts'
import { write } from '#app/audit/context.server.ts'
import { isMailLeaving, scrubInbound, scrubStaffMails } from '#app/email/erase-mail.server.ts'
import type { JobHandler } from '#app/jobs/job.ts'
import { eraseTied, idsOf, marksOfContact } from '#app/loop/erase-contact.server.ts'
import { MINUTE } from '#app/platform/day.ts'

const payloadSchema = z.object({ contactId: z.string(), refIds: z.array(z.string()).default([]) })

/**
 * Job `loop.sweep-erased`: what names an erased person somewhere else, and what was still being written about them while
 * they were erased. A killed run begins again.
 */
export const sweepErasedJob: JobHandler = async (ctx, run) => {
  const { contactId, refIds } = payloadSchema.parse(run.payload)
  const row = await write(ctx, (ctx) => whoIsErased(ctx, contactId))
  if (!row) return
  const marks = marksOfContact(row)
  const ids = await idsOf(ctx, contactId)
  const late = await write(ctx, (ctx) => eraseTied(ctx, row, refIds))
  const about = [...refIds, ...late.refIds, ...ids]
  let filesGone = true
  let mailsGone = true
  const stages: [string, () => Promise<void>][] = [
    ['mail', async () => void (mailsGone = await scrubStaffMails(ctx, marks, about))],
    ['inbound', () => scrubInbound(ctx, marks, about)],
    ['views', () => dropViewsAbout(ctx, marks)],
    ['rejects', () => scrubRejects(ctx, marks)],
    ['steps', () => scrubSteps(ctx, ids)],
    ['files', async () => void (filesGone = await dropFilesAbout(ctx, marks))],
  ]
  for (const [done, [stage, work]] of stages.entries()) {
    await run.progress({ done, total: stages.length, stage })
    await work()
    if (run.stopping()) return { again: ctx.now() }
  }
  const whose = {
    contactIds: ids,
    email: row.email,
    invitationIds: about.filter((id) => id.startsWith('inv_')),
    messageIds: about.filter((id) => id.startsWith('msg_')),
  }
  // An import still reads its file, or a mail is on its way this moment: both end soon.
  if (!filesGone || !mailsGone || (await isMailLeaving(ctx, whose))) return { again: ctx.now() + MINUTE }
  await write(ctx, async (ctx) => {
    await eraseTied(ctx, row, about)
    await endErasing(ctx, contactId)
  })
}
