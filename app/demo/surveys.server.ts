import { and, eq } from 'drizzle-orm'
import { as, read, write, type Ctx } from '#app/audit/context.server.ts'
import { recordDemoAnswer } from '#app/demo/answer.server.ts'
import { inHours, onWorkday, weekday } from '#app/demo/days.ts'
import type { Person } from '#app/demo/people.ts'
import { between, chance, pick } from '#app/demo/random.ts'
import { answers, outageWave } from '#app/demo/scores.ts'
import { expectReply } from '#app/demo/replies.server.ts'
import type { Stage } from '#app/demo/stage.server.ts'
import type { Worker } from '#app/demo/work-through.server.ts'
import { inviteContact } from '#app/delivery/invite-contact.server.ts'
import { launchProgram } from '#app/delivery/launch-program.server.ts'
import { setPreference } from '#app/delivery/set-preference.server.ts'
import { DAY, HOUR, MINUTE } from '#app/platform/day.ts'
import { invitations } from '#db/schema/delivery.ts'

/** Waves of the past, and days between them. */
export const waveCount = 8
const quarter = 91

/** Milliseconds ahead of UTC at which each country's people read their mail. */
export const offsets = { JP: 9 * HOUR, US: -6 * HOUR, GB: 0, DE: HOUR }

/** Ten in the morning of a working day; the last some five days before the anchor, so that its mail can still be opened. */
export const waveAt = (wave: number, anchor: number) =>
  onWorkday(anchor - (5 + quarter * (waveCount - 1 - wave)) * DAY) + 10 * HOUR

/** Eight quarterly waves of the NPS program. */
export function planWaves(stage: Stage, worker: Worker, programId: string): void {
  for (let wave = 0; wave < waveCount; wave++) {
    stage.timeline.add(waveAt(wave, stage.anchor), {
      async alone(ctx) {
        await worker.tidy()
        const lead = as(ctx, stage.colleague('lead'))
        const { waveId } = await launchProgram(lead, { programId, launchKey: `demo-wave-${wave + 1}` })
        await worker.work()
        const sent = await read(ctx)
          .select({ id: invitations.id, contactId: invitations.contactId })
          .from(invitations)
          .where(and(eq(invitations.waveId, waveId), eq(invitations.state, 'sent')))
        for (const { id, contactId } of sent) {
          expectAnswer(stage, id, contactId!, { wave })
          expectReply(stage, worker, id, contactId!, wave)
        }
      },
    })
  }
}

/** On Wednesdays the help desk asks the people whose requests it closed. */
export function planTickets(stage: Stage, worker: Worker, programId: string, staff: Person[], scale: number): void {
  const ids = new Map([...stage.people].map(([id, person]) => [person.externalId, id]))
  const outage = waveAt(outageWave, stage.anchor)
  for (let day = waveAt(0, stage.anchor) - 10 * HOUR; day < stage.anchor; day += DAY) {
    if (weekday(day) !== 3) continue
    const ago = Math.round((stage.anchor - day) / DAY)
    const troubled = day > outage - 14 * DAY && day < outage + 28 * DAY
    const tickets = Math.round((troubled ? 24 : 16) * scale)
    if (!tickets) continue
    stage.timeline.add(day + 16 * HOUR, {
      async alone(ctx) {
        const asked: { id: string; contactId: string }[] = []
        for (let from = 0; from < tickets; from += 100) {
          await write(ctx, async (ctx) => {
            for (let n = from; n < Math.min(tickets, from + 100); n++) {
              const contactId = ids.get(pick(staff, 'ticket', ago, n).externalId)!
              const made = await inviteContact(ctx, {
                contactId,
                programId,
                source: 'helpdesk',
                externalId: `T-${String(100_000 - ago * 100 + n)}-${n}`,
              })
              if (made.state === 'queued') asked.push({ id: made.id, contactId })
            }
          })
        }
        await worker.work()
        for (const { id, contactId } of asked) expectAnswer(stage, id, contactId, { troubled })
      },
    })
  }
}

export type Survey = { wave: number } | { troubled: boolean }

/** Whether and when somebody who was just asked answers, and whether they want no more mail. */
function expectAnswer(stage: Stage, invitationId: string, contactId: string, survey: Survey): void {
  const person = stage.people.get(contactId)!
  const { company, externalId, habit } = person
  const now = stage.clock.now()
  const of = 'wave' in survey ? `wave/${survey.wave}` : `ticket/${Math.round((stage.anchor - now) / DAY)}`
  const key = `${externalId}/${of}`
  const offset = offsets[company.country]
  if (chance('unsubscribes', key) < 0.003) {
    stage.timeline.add(inHours(now + between(0.2, 3, 'when', key) * DAY, offset), {
      together: (ctx) => unsubscribe(ctx, contactId),
    })
    return
  }
  if (company.silent || !answers(company.country, habit, key, 'wave' in survey ? 1 : 0.95)) return
  const delay = Math.min(14, -Math.log(1 - chance('delay', key)) * 1.5) * DAY + 10 * MINUTE
  stage.timeline.add(inHours(now + delay, offset), {
    together: (ctx) => recordDemoAnswer(stage, ctx, { invitationId, contactId, person, survey, key }),
  })
}

const unsubscribe = async (ctx: Ctx, contactId: string) =>
  void (await setPreference(as(ctx, { kind: 'contact', id: contactId }), {
    contactId,
    scope: 'all',
    choice: 'off',
    source: 'unsubscribe',
  }))
