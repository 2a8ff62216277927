import { and, eq, inArray } from 'drizzle-orm'
import { answerAsk } from '#app/advocacy/asking/answer-ask.server.ts'
import { after, type AskAnswer, type AskVerb } from '#app/advocacy/asking/ask.ts'
import { finishAsk } from '#app/advocacy/asking/finish-ask.server.ts'
import { followUp } from '#app/advocacy/asking/follow-up.server.ts'
import { queueAsk } from '#app/advocacy/asking/queue-ask.server.ts'
import { reserveAsk } from '#app/advocacy/asking/reserve-ask.server.ts'
import { stopAsk } from '#app/advocacy/asking/stop-ask.server.ts'
import { editAskKind } from '#app/advocacy/catalogue/edit-ask-kind.server.ts'
import { askKind } from '#app/advocacy/catalogue/get-ask-kind.server.ts'
import { standardAsks } from '#app/advocacy/catalogue/standard-asks.ts'
import { as, read, type Ctx } from '#app/audit/context.server.ts'
import { followReferrals } from '#app/demo/advocacy/referral-stories.server.ts'
import { ownerOf } from '#app/demo/companies.ts'
import { inHours } from '#app/demo/days.ts'
import { between, chance, slot } from '#app/demo/random.ts'
import type { Stage } from '#app/demo/stage.server.ts'
import { alone, type Worker } from '#app/demo/work-through.server.ts'
import { DAY, HOUR, MINUTE } from '#app/platform/day.ts'
import type { AskKind } from '#db/enums/advocacy.ts'
import { contacts } from '#db/schema/accounts.ts'
import { advocates } from '#db/schema/advocacy.ts'
import { asks } from '#db/schema/advocacy-asks.ts'

/** Weeks of asking before the anchor; and how many asks a week bring, for each thousand people. */
const weeks = 52
const aWeek = 2
/** Of those who are tried, rules refuse most: so many are tried for each ask. */
const tries = 3

/** How often each kind is asked for. A case study needs the company's own consent, which nobody of the demo has signed. */
const weights: Partial<Record<AskKind, number>> = {
  referral: 9,
  review: 3,
  reference: 4,
  quote: 2,
  event: 2,
  advisory_board: 1,
  ambassador: 2,
}
const kinds = Object.keys(weights) as AskKind[]

/** A year in which colleagues ask happy customers for something every week, and what came of it. */
export function planAsks(stage: Stage, worker: Worker): void {
  const first = stage.anchor - weeks * 7 * DAY
  stage.timeline.add(first - 3 * DAY, {
    alone: async (ctx) => {
      const content = { ...standardAsks.advisory_board, on: true }
      await editAskKind(as(ctx, stage.colleague('marketer')), { kind: 'advisory_board', base: 0, content })
    },
  })
  // The last is nine days before the anchor: by then every mail has left, for none may wait for a transport to come.
  for (let week = 0; week < weeks; week++) {
    const at = first + week * 7 * DAY - 2 * DAY + between(9, 16, 'asks at', week) * HOUR
    stage.timeline.add(inHours(at), { alone: (ctx) => askSome(stage, worker, ctx, week) })
  }
}

/** Those who like us, as nobody has asked them yet: by chance of their names, the same in every demo. */
async function candidates(stage: Stage, ctx: Ctx, week: number): Promise<string[]> {
  const rows = await read(ctx)
    .select({ id: advocates.contactId })
    .from(advocates)
    .innerJoin(contacts, eq(contacts.id, advocates.contactId))
    .where(and(inArray(advocates.state, ['candidate', 'active']), eq(contacts.lastClass, 'high')))
  const by = ({ id }: { id: string }) => chance('asks', week, stage.people.get(id)!.externalId)
  return rows.toSorted((a, b) => by(a) - by(b)).map(({ id }) => id)
}

async function askSome(stage: Stage, worker: Worker, ctx: Ctx, week: number): Promise<void> {
  await followUp(ctx, alone)
  const many = Math.max(1, Math.round((aWeek * stage.people.size) / 1_000 + between(-1, 1, 'asks', week)))
  let made = 0
  for (const contactId of (await candidates(stage, ctx, week)).slice(0, many * tries)) {
    if (made === many) break
    const name = stage.people.get(contactId)!.externalId
    const kind = kinds[slot(Object.values(weights), chance('asks for', week, name))]!
    if (await askOne(stage, worker, ctx, { contactId, kind, key: `${week}/${name}` })) made++
  }
}

interface Wish {
  contactId: string
  kind: AskKind
  key: string
}

async function askOne(stage: Stage, worker: Worker, ctx: Ctx, { contactId, kind, key }: Wish): Promise<boolean> {
  const person = stage.people.get(contactId)!
  const own = as(ctx, stage.colleague(chance('asked by', key) < 0.8 ? 'marketer' : 'lead'))
  const got = await reserveAsk(own, { kind, contactId })
  if (got.kind !== 'reserved') return false
  const { askId } = got
  const wording = (await askKind(ctx, kind)).content.wording[person.language]
  const { dueAt } = await queueAsk(own, { askId, subject: wording.subject, body: wording.body })
  // Now and then the owner of the account knows better.
  if (chance('stopped', key) < 0.06) {
    const owner = as(ctx, stage.colleague(ownerOf(person.company)))
    await stopAsk(owner, { askId })
    return true
  }
  stage.timeline.add(dueAt + 2 * MINUTE, { alone: () => worker.work() })
  answerLater(stage, dueAt, { contactId, kind, key }, askId)
  return true
}

/** What the customer says after some days, if anything, and what comes of a yes. */
function answerLater(stage: Stage, from: number, wish: Wish, askId: string): void {
  const { contactId, key } = wish
  const said = (['accept', 'decline', 'later', null] as const)[slot([48, 20, 10, 22], chance('says', key))]!
  if (said === null) return
  stage.timeline.add(inHours(from + between(0.3, 9, 'says when', key) * DAY), {
    alone: async (ctx) => {
      if (!(await may(ctx, askId, said))) return
      const { language } = stage.people.get(contactId)!
      await answerAsk(as(ctx, { kind: 'contact', id: contactId }), {
        askId,
        answer: said satisfies AskAnswer,
        language,
      })
      if (said === 'accept') comeAbout(stage, wish, askId)
    },
  })
}

function comeAbout(stage: Stage, { contactId, kind, key }: Wish, askId: string): void {
  if (chance('comes about', key) > 0.75) return
  const at = inHours(stage.clock.now() + between(3, 30, 'comes about when', key) * DAY)
  stage.timeline.add(at, {
    alone: async (ctx) => {
      if (!(await may(ctx, askId, 'finish'))) return
      await finishAsk(as(ctx, stage.colleague('marketer')), askId)
      if (kind === 'referral' || kind === 'ambassador') await followReferrals(stage, ctx, { contactId, key })
    },
  })
}

/** The person may have turned unhappy, left or been heard of otherwise meanwhile. */
async function may(ctx: Ctx, askId: string, verb: AskVerb): Promise<boolean> {
  const [ask] = await read(ctx).select({ state: asks.state }).from(asks).where(eq(asks.id, askId))
  return ask !== undefined && after(ask.state, verb) !== null
}
