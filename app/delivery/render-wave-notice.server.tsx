import { eq } from 'drizzle-orm'
import { getOrganisation } from '#app/access/get-organisation.server.ts'
import { read, type Ctx } from '#app/audit/context.server.ts'
import { scheduleWords as words } from '#app/delivery/schedule-words.ts'
import { renderStaffMail } from '#app/email/components/render-staff-mail.server.tsx'
import type { Message, Rendered } from '#app/email/template.ts'
import { env } from '#app/platform/env.server.ts'
import { NotFound } from '#app/platform/errors.ts'
import { translator } from '#app/platform/words.ts'
import { formats } from '#app/ui/formats.ts'
import { users } from '#db/schema/access.ts'
import { waves } from '#db/schema/delivery.ts'
import { programs } from '#db/schema/surveys.ts'

/** The mail that tells the owner of accounts whom a wave will ask, while they can still say no. */
export async function renderWaveNotice(ctx: Ctx, message: Message): Promise<Rendered> {
  const waveId = String(message.payload.waveId)
  const [wave] = await read(ctx)
    .select({ program: programs.name, startsAt: waves.startsAt })
    .from(waves)
    .innerJoin(programs, eq(programs.id, waves.programId))
    .where(eq(waves.id, waveId))
  if (!wave) throw new NotFound()
  const organisation = await getOrganisation(ctx)
  const [owner] = message.userId
    ? await read(ctx).select({ locale: users.locale, zone: users.zone }).from(users).where(eq(users.id, message.userId))
    : []
  const locale = owner?.locale ?? organisation.locale
  const t = translator(locale)
  const when = formats(locale, owner?.zone ?? organisation.zone).dateTime(wave.startsAt ?? message.dueAt)
  const values = { program: wave.program, when, n: Number(message.payload.accounts) }
  const mail = await renderStaffMail({
    locale,
    subject: t(words.noticeSubject, values),
    body: t(words.noticeBody, values),
    button: t(words.noticeButton),
    url: `${env.PUBLIC_URL}/waves/${waveId}/people`,
    note: t(words.noticeNote),
  })
  return { fromName: organisation.name, ...mail }
}
