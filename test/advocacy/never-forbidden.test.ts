import { and, eq, ne } from 'drizzle-orm'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { placeHold } from '#app/accounts/place-hold.server.ts'
import { queueAsk } from '#app/advocacy/asking/queue-ask.server.ts'
import { reserveAsk } from '#app/advocacy/asking/reserve-ask.server.ts'
import { guardAsk, settleAsk } from '#app/advocacy/asking/send-ask.server.ts'
import { stopAsk } from '#app/advocacy/asking/stop-ask.server.ts'
import { standardAsks } from '#app/advocacy/catalogue/standard-asks.ts'
import { endConsent } from '#app/advocacy/give-consents.server.ts'
import { write } from '#app/audit/context.server.ts'
import { closeCase } from '#app/cases/close-case.server.ts'
import { setPreference } from '#app/delivery/set-preference.server.ts'
import { recordAnswer } from '#app/loop/record-answer.server.ts'
import { withdrawAnswer } from '#app/loop/withdraw-answer.server.ts'
import { DAY, HOUR } from '#app/platform/day.ts'
import { Refusal } from '#app/platform/errors.ts'
import { accounts, contacts, holds } from '#db/schema/accounts.ts'
import { advocates, consents } from '#db/schema/advocacy.ts'
import { asks } from '#db/schema/advocacy-asks.ts'
import { cases } from '#db/schema/cases.ts'
import { invitations, preferences } from '#db/schema/delivery.ts'
import { messages } from '#db/schema/email.ts'
import { responses } from '#db/schema/responses.ts'
import { agree } from '#test/advocacy/asking-world.ts'
import { answerTo, customer, makeInvitation, makeProgram } from '#test/responses/make.ts'
import type { ContactRow } from '#test/make.ts'
import { world, type World } from '#test/world.ts'

const steps = [
  'promoter',
  'passive',
  'detractor',
  'withdraw answer',
  'consent',
  'end consent',
  'hold',
  'no asks',
  'asks again',
  'close case',
  'ask',
  'other ask',
  'stop',
  'day',
  'month',
] as const
type Step = (typeof steps)[number]

/** Two people of one account: what one of them says and is asked concerns the other. */
interface Place {
  w: World
  program: Awaited<ReturnType<typeof makeProgram>>
  people: ContactRow[]
  accountId: string
}

test('no sequence of answers, cases, asks and withdrawals leads to an ask that a rule forbids when it is sent', async () => {
  let sent = 0
  const walk = fc.array(fc.tuple(fc.constantFrom(...steps), fc.integer({ min: 0, max: 1 })), {
    minLength: 6,
    maxLength: 30,
  })
  await fc.assert(
    fc.asyncProperty(walk, async (taken) => {
      const place = await open()
      for (const [step, who] of taken) {
        place.w.clock.advance(HOUR)
        await take(place, step, who).catch((error: unknown) => {
          if (!(error instanceof Refusal)) throw error // a rule refused it, and nothing has changed
        })
        sent += await sendWhatIsDue(place)
      }
      await place.w.close()
    }),
    {
      numRuns: 12,
      examples: [
        [
          [
            ['promoter', 0],
            ['consent', 0],
            ['ask', 0],
            ['day', 0],
            ['day', 0],
          ],
        ],
        [
          [
            ['promoter', 0],
            ['consent', 0],
            ['ask', 0],
            ['detractor', 1],
            ['day', 0],
            ['day', 0],
          ],
        ],
      ],
    },
  )
  expect(sent).toBeGreaterThan(0) // else nothing was shown
})

async function open(): Promise<Place> {
  const w = await world()
  const owner = await w.user({ roles: ['csm'] })
  const account = await w.account({ ownerId: owner.id, health: 'green' })
  const people = [await w.contact({ accountId: account.id }), await w.contact({ accountId: account.id })]
  return { w, program: await makeProgram(w), people, accountId: account.id }
}

async function answer({ w, program, people }: Place, who: number, score: number) {
  const invitation = await makeInvitation(w, program, people[who]!)
  await recordAnswer(customer(w), answerTo(w, invitation, score))
}

async function take(place: Place, step: Step, who: number): Promise<unknown> {
  const { w, people } = place
  const contactId = people[who]!.id
  const ask = async (kind: 'referral' | 'review') => {
    const got = await reserveAsk(w.ctx(), { kind, contactId })
    if (got.kind === 'reserved') await queueAsk(w.ctx(), { askId: got.askId, subject: 'A favour', body: 'Dear {name}' })
  }
  switch (step) {
    case 'promoter':
      return answer(place, who, 10)
    case 'passive':
      return answer(place, who, 8)
    case 'detractor':
      return answer(place, who, 2)
    case 'withdraw answer': {
      const [last] = (
        await w.store.db
          .select({ id: invitations.id, gen: invitations.gen })
          .from(responses)
          .innerJoin(invitations, eq(invitations.id, responses.invitationId))
          .where(eq(responses.contactId, contactId))
      ).slice(-1)
      return last && withdrawAnswer(customer(w), { invitationId: last.id, gen: last.gen, askedAt: w.now() - HOUR })
    }
    case 'consent':
      return (await isGiven(place, contactId)) ? undefined : agree(w, `con:${contactId}`, 'referral')
    case 'end consent':
      return write(w.system(), (ctx) => endConsent(ctx, `con:${contactId}`, 'referral'))
    case 'hold':
      return write(w.system(), (ctx) =>
        placeHold(ctx, { subjectKey: `con:${contactId}`, reason: 'manual', refId: 'x', until: w.now() + 10 * DAY }),
      )
    case 'no asks':
      return setPreference(w.ctx(), { contactId, scope: 'asks', choice: 'off', source: 'staff' })
    case 'asks again':
      return setPreference(w.ctx(), { contactId, scope: 'asks', choice: null, source: 'staff' })
    case 'close case': {
      const [found] = await w.store.db.select().from(cases).where(ne(cases.state, 'closed'))
      return (
        found && closeCase(w.ctx(), { caseId: found.id, kind: 'dismissed', text: 'x', lockVersion: found.lockVersion })
      )
    }
    case 'ask':
      return ask('referral')
    case 'other ask':
      return ask('review')
    case 'stop': {
      const [pending] = await w.store.db.select().from(asks).where(eq(asks.state, 'queued'))
      return pending && stopAsk(w.ctx(), { askId: pending.id })
    }
    case 'day':
      return w.clock.advance(DAY)
    case 'month':
      return w.clock.advance(31 * DAY)
  }
}

const isGiven = async ({ w }: Place, contactId: string) =>
  (
    await w.store.db
      .select()
      .from(consents)
      .where(and(eq(consents.party, `con:${contactId}`), eq(consents.askType, 'referral'), eq(consents.state, 'given')))
  ).length > 0

/** As the outbox does: what is due is looked at once more, and leaves or is stopped. @returns how many left */
async function sendWhatIsDue(place: Place): Promise<number> {
  const { w } = place
  let left = 0
  const waiting = await w.store.db
    .select()
    .from(messages)
    .where(and(eq(messages.refKind, 'ask'), eq(messages.state, 'queued')))
  for (const mail of waiting.filter((one) => one.dueAt <= w.now())) {
    const why = await write(w.system(), (ctx) => guardAsk(ctx, mail))
    if (why === null) {
      expect(await forbidden(place, mail.refId)).toEqual([])
      left++
    }
    const end = why === null ? { state: 'sent' as const, sentAt: w.now() } : { state: 'cancelled' as const, stopReason: why } // prettier-ignore
    await w.store.write(async (tx) => void (await tx.update(messages).set(end).where(eq(messages.id, mail.id))))
    await write(w.system(), (ctx) => settleAsk(ctx, mail, why === null ? 'sent' : 'stopped'))
  }
  return left
}

/** The rules once more in plain words over the rows, without the query that the product asks. */
async function forbidden({ w, accountId }: Place, askId: string): Promise<string[]> {
  const db = w.store.db
  const all = await db.select().from(asks)
  const ask = all.find((one) => one.id === askId)!
  const { contactId, kind } = ask
  const rules = standardAsks[kind].rules
  const now = w.now()
  const [person] = await db.select().from(contacts).where(eq(contacts.id, contactId))
  const [advocate] = await db.select().from(advocates).where(eq(advocates.contactId, contactId))
  const [account] = await db.select().from(accounts).where(eq(accounts.id, accountId))
  const openCases = await db
    .select()
    .from(cases)
    .where(and(eq(cases.accountId, accountId), ne(cases.state, 'closed')))
  const given = await db.select().from(consents).where(and(eq(consents.party, `con:${contactId}`), eq(consents.askType, kind), eq(consents.state, 'given'))) // prettier-ignore
  const held = (await db.select().from(holds)).filter(
    (one) =>
      [`con:${contactId}`, `acc:${accountId}`].includes(one.subjectKey) && (one.until === null || one.until > now),
  )
  const wishes = (await db.select().from(preferences)).filter(
    (one) => one.contactId === contactId && one.choice === 'off',
  )
  const others = all.filter((one) => one.id !== askId)
  const sentTo = (list: typeof all) => list.filter((one) => one.sentAt !== null)
  const mine = others.filter((one) => one.contactId === contactId)
  const counts = (list: typeof all) =>
    list.filter(
      (one) =>
        one.quarter === ask.quarter &&
        !['cancelled', 'lapsed'].includes(one.state) &&
        (one.state !== 'reserved' || one.reservedUntil > now),
    ).length
  const broken = {
    unhappy: person!.lastClass !== 'high',
    old: (person!.lastAnsweredAt ?? 0) < now - rules.promoterDays * DAY,
    paused: advocate!.state === 'paused' || advocate!.state === 'left',
    gone: person!.state !== 'active',
    consent: rules.consent && given.length === 0,
    cases: openCases.length > 0,
    held: held.length > 0,
    wish: wishes.length > 0,
    quiet: sentTo(mine).some((one) => one.sentAt! > now - rules.quietDays * DAY),
    cooling: sentTo(mine).some((one) => one.kind === kind && one.sentAt! > now - rules.coolDownDays * DAY),
    person: counts(mine) >= 2,
    account: counts(others.filter((one) => one.accountId === accountId)) >= 2,
    health: !rules.healths.includes(account!.health),
  }
  return Object.entries(broken).flatMap(([rule, is]) => (is ? [rule] : []))
}
