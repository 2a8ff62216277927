import { eq } from 'drizzle-orm'
import { as, type TxCtx } from '#app/audit/context.server.ts'
import { ownerOf } from '#app/demo/companies.ts'
import { choose } from '#app/demo/compose-comment.ts'
import { inHours } from '#app/demo/days.ts'
import { followCase } from '#app/demo/follow-case.server.ts'
import { heardTexts } from '#app/demo/heard-texts.ts'
import type { Person } from '#app/demo/people.ts'
import { chance, pick, slot } from '#app/demo/random.ts'
import { organisation } from '#app/demo/staff.ts'
import type { Stage } from '#app/demo/stage.server.ts'
import { openCaseOfVoice } from '#app/loop/open-case-of-voice.server.ts'
import { dayOf } from '#app/platform/calendar.ts'
import { DAY, isoOfDay } from '#app/platform/day.ts'
import { recordVoice } from '#app/voices/save-voice.server.ts'
import { contacts } from '#db/schema/accounts.ts'

/** Voices a month for each hundred accounts. */
const aMonth = 6
const channels = ['meeting', 'phone', 'meeting', 'chat', 'event', 'other'] as const

/** Colleagues write down what they hear in meetings and on the phone, some a month, until the anchor. */
export function planVoices(stage: Stage, people: Person[], start: number): void {
  const speakers = [...stage.people].filter(([, person]) => !person.left)
  if (speakers.length === 0) return
  const companies = new Set(people.map((person) => person.company.n)).size
  const days = (stage.anchor - start) / DAY
  const many = Math.max(6, Math.round((((days / 30) * aMonth) / 100) * companies))
  for (let n = 0; n < many; n++) {
    const [contactId, person] = pick(speakers, 'voice', n)
    // At least a day before the anchor: what is heard is written down in hours of work.
    const at = inHours(start + ((n + chance('voice at', n)) / many) * (stage.anchor - start - 4 * DAY))
    stage.timeline.add(at, { together: (ctx) => hear(stage, ctx, { contactId, person, key: `voice/${n}` }) })
  }
}

interface Heard {
  contactId: string
  person: Person
  key: string
}

async function hear(stage: Stage, ctx: TxCtx, { contactId, person, key }: Heard): Promise<void> {
  const own = as(ctx, stage.colleague(ownerOf(person.company)))
  const [row] = await ctx.tx.select({ accountId: contacts.accountId }).from(contacts).where(eq(contacts.id, contactId))
  if (!row?.accountId) return
  const feeling = (['low', 'mid', 'high'] as const)[slot(person.company.mood < 0 ? [3, 4, 3] : [1, 4, 5], chance('feeling', key))]! // prettier-ignore
  const id = await recordVoice(own, {
    accountId: row.accountId,
    // Sometimes it was said in a round of several, and nobody in particular said it.
    contactId: chance('named', key) < 0.85 ? contactId : undefined,
    date: isoOfDay(dayOf(ctx.now(), organisation.zone)),
    channel: pick(channels, 'channel', key),
    heardBy: own.actor.id!,
    text: choose(pick(heardTexts[person.language][feeling], 'text', key), key, 0),
    feeling: chance('unsure', key) < 0.15 ? undefined : feeling,
  })
  if (feeling !== 'low' || chance('case', key) < 0.5) return
  const { caseId, opened } = await openCaseOfVoice(own, { voiceId: id })
  if (opened) followCase(stage, { caseId, topic: 'support', key: `${person.company.externalId}/${key}` })
}
