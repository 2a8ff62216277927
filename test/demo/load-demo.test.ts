import { beforeAll, describe, expect, it } from 'vitest'
import { and, count, countDistinct, eq, inArray, isNotNull, isNull, ne, notInArray, sql } from 'drizzle-orm'
import { consentKinds } from '#app/advocacy/consent-texts.ts'
import { signIn } from '#app/access/sign-in.server.ts'
import { listCases } from '#app/cases/list-cases.server.ts'
import { waveCount } from '#app/demo/surveys.server.ts'
import { getOverview } from '#app/insights/get-overview.server.ts'
import { listResponses } from '#app/responses/list-responses.server.ts'
import { HOUR } from '#app/platform/day.ts'
import { engine } from '#db/engine.ts'
import { caseStates } from '#db/enums/cases.ts'
import { recoveryProgramId } from '#db/enums/surveys.ts'
import { users } from '#db/schema/access.ts'
import { accounts, accountStages, contacts } from '#db/schema/accounts.ts'
import { advocates, consents } from '#db/schema/advocacy.ts'
import { asks } from '#db/schema/advocacy-asks.ts'
import { quotes } from '#db/schema/advocacy-quotes.ts'
import { referrals } from '#db/schema/advocacy-referrals.ts'
import { events } from '#db/schema/audit.ts'
import { caseAnswers, cases } from '#db/schema/cases.ts'
import { invitations, waves } from '#db/schema/delivery.ts'
import { inboundMails, messages } from '#db/schema/email.ts'
import { scoreDeltas, sendDeltas } from '#db/schema/insights.ts'
import { jobs } from '#db/schema/jobs.ts'
import { responses } from '#db/schema/responses.ts'
import { programs } from '#db/schema/surveys.ts'
import { voices } from '#db/schema/voices.ts'
import { anchor, load, password } from '#test/demo/make.ts'
import { world, type World } from '#test/world.ts'

// What the demo tells doesn't depend on the engine, and half of one takes PostgreSQL eight minutes beside other tests.
const scale = engine === 'postgres' ? 0.1 : 0.5

describe(`a demo of ${scale} the size`, () => {
  let w: World
  beforeAll(async () => {
    w = await world({ bare: true, at: anchor + 10 * HOUR })
    await load(w, scale)
  }, 600_000)
  const rows = async (query: PromiseLike<{ n: number }[]>) => (await query)[0]!.n
  const db = () => w.store.db

  it('has its part of the accounts and contacts, eight waves that are over, two programs that are live, and the one that asks after cases', async () => {
    expect(await rows(db().select({ n: count() }).from(accounts))).toBe(120 * scale)
    expect(await rows(db().select({ n: count() }).from(contacts))).toBe(1000 * scale)
    expect(await rows(db().select({ n: count() }).from(waves).where(eq(waves.state, 'done')))).toBe(waveCount)
    expect(
      await db()
        .select({ metric: programs.metric, kind: programs.kind, state: programs.state })
        .from(programs)
        .orderBy(programs.kind),
    ).toEqual([
      { metric: 'csat', kind: 'recovery', state: 'live' },
      { metric: 'nps', kind: 'relationship', state: 'live' },
      { metric: 'csat', kind: 'transactional', state: 'live' },
    ])
  })

  it('has answers at a rate that is seldom better and seldom worse', async () => {
    const sent = await rows(
      db()
        .select({ n: count() })
        .from(invitations)
        .where(and(eq(invitations.state, 'sent'), isNotNull(invitations.waveId))),
    )
    const answered = await rows(
      db()
        .select({ n: count() })
        .from(invitations)
        .where(and(isNotNull(invitations.waveId), isNotNull(invitations.answeredAt))),
    )
    expect(answered / sent).toBeGreaterThan(0.2)
    expect(answered / sent).toBeLessThan(0.4)
  })

  it('ends at the anchor: nothing happened after it', async () => {
    const [last] = await db()
      .select({ at: sql<number>`max(${events.at})`.mapWith(Number) })
      .from(events)
    expect(last!.at).toBeLessThan(anchor)
    expect(last!.at).toBeGreaterThan(anchor - 4 * 24 * HOUR)
  })

  it('has cases in every state, each unhappy answer in one of them', async () => {
    const found = await db().selectDistinct({ state: cases.state }).from(cases)
    const seen = found.map(({ state }) => state)
    expect(seen).toEqual(expect.arrayContaining(scale < 0.5 ? ['new', 'working', 'closed'] : [...caseStates]))
    const lost = db()
      .select({ n: count() })
      .from(responses)
      .leftJoin(caseAnswers, eq(caseAnswers.responseId, responses.id))
      .where(
        and(eq(responses.class, 'low'), ne(responses.programId, recoveryProgramId), isNull(caseAnswers.responseId)),
      )
    expect(await rows(lost)).toBe(0)
    const { cases: late } = await listCases(w.ctx((await person('lead@kumoi.example')).actor), { late: '1' })
    expect(late.length).toBeGreaterThan(0)
  })

  it('has advocates that were taken up and others that nobody has asked yet', async () => {
    const found = await db().select({ state: advocates.state, n: count() }).from(advocates).groupBy(advocates.state)
    const of = Object.fromEntries(found.map(({ state, n }) => [state, n]))
    expect(of.candidate).toBeGreaterThan(40 * scale)
    expect(of.active).toBeGreaterThan(20 * scale)
    expect(of.paused).toBeGreaterThan(0)
  })

  it('has customers who agreed to be asked, each kind by some and none by all', async () => {
    const given = await db().select().from(consents).where(eq(consents.state, 'given'))
    const happy = (await db().select().from(advocates)).length
    for (const kind of consentKinds) {
      const n = given.filter((one) => one.askType === kind).length
      expect([kind, n > happy / 20, n < happy]).toEqual([kind, true, true])
    }
  })

  it('has a year of asks, referrals with deals in yen and dollars, and quotes behind it', async () => {
    const asked = await db().select().from(asks)
    const states = new Set(asked.map(({ state }) => state))
    expect(asked.length).toBeGreaterThan(60 * scale)
    for (const state of ['accepted', 'declined', 'expired', 'done'] as const) expect([...states]).toContain(state)
    expect(asked.every(({ reservedAt }) => reservedAt < anchor)).toBe(true)
    const brought = await db().select().from(referrals)
    expect(brought.length).toBeGreaterThan(5 * scale)
    expect(brought.every(({ leadEmail }) => leadEmail?.endsWith('.example'))).toBe(true)
    const said = await db().select().from(quotes)
    expect(said.some(({ state }) => state === 'published')).toBe(true)
  })

  it('has voices of meetings, calls and replies by mail, outside the numbers, some of which opened a case', async () => {
    const found = await db().select().from(voices)
    for (const channel of ['meeting', 'phone', 'mail'] as const)
      expect(found.filter((voice) => voice.channel === channel).length).toBeGreaterThan(2 * scale)
    for (const reply of found.filter((voice) => voice.source === 'reply')) {
      expect(reply).toMatchObject({ heardBy: null, sender: null, feeling: null })
      expect(reply.invitationId).not.toBeNull()
      expect(reply.whole).toContain(reply.text)
      expect(reply.text).not.toContain('>')
    }
    expect(found.some((voice) => voice.source === 'staff' && voice.caseId !== null)).toBe(true)
    const japanese = /[\u3040-\u30ff]/
    expect(found.filter((voice) => japanese.test(voice.text) !== (voice.language === 'ja'))).toEqual([])
    expect(await rows(db().select({ n: count() }).from(inboundMails).where(ne(inboundMails.state, 'taken')))).toBe(0)
  })

  it('has accounts that changed their stage: some have gone, and one or another came back', async () => {
    const changes = await db().select().from(accountStages)
    expect(changes.some((change) => change.to === 'Churned')).toBe(true)
    expect(changes.every((change) => change.at < anchor)).toBe(true)
  })

  it('is happier in the United States than in Germany, and in Germany no worse than in Japan by much', async () => {
    const nps = async (region: string) => {
      const [row] = await db()
        .select({
          n: count(),
          net: sql<number>`sum(case when ${responses.class} = 'high' then 1 when ${responses.class} = 'low' then -1 else 0 end)`.mapWith(
            Number,
          ),
        })
        .from(responses)
        .innerJoin(programs, eq(programs.id, responses.programId))
        .where(and(eq(programs.metric, 'nps'), eq(responses.region, region)))
      return (100 * row!.net) / row!.n
    }
    expect(await nps('United States')).toBeGreaterThan((await nps('Japan')) + 20)
    expect(await nps('United States')).toBeGreaterThan(await nps('Germany'))
    expect(await nps('Japan')).toBeLessThan(0)
  })

  it('has comments in the language of who wrote them, hardly one twice', async () => {
    const found = await db()
      .select({ comment: responses.comment, language: responses.language, own: contacts.language })
      .from(responses)
      .innerJoin(contacts, eq(contacts.id, responses.contactId))
      .innerJoin(programs, eq(programs.id, responses.programId))
      .where(and(isNotNull(responses.comment), eq(programs.metric, 'nps')))
    const japanese = /[\u3040-\u30ff]/
    expect(found.filter((row) => japanese.test(row.comment!) !== (row.language === 'ja'))).toEqual([])
    expect(found.filter((row) => row.language !== row.own)).toEqual([])
    expect(found.length).toBeGreaterThan(600 * scale)
    expect(new Set(found.map((row) => row.comment)).size / found.length).toBeGreaterThan(0.9)
  })

  it('leaves no mail that could leave, and only the last days’ mail to read', async () => {
    // What was cancelled, or forbidden at the last look, never leaves.
    const over = ['sent', 'cancelled', 'stopped'] as const
    expect(
      await rows(
        db()
          .select({ n: count() })
          .from(messages)
          .where(notInArray(messages.state, [...over])),
      ),
    ).toBe(0)
    expect(
      await rows(
        db()
          .select({ n: count() })
          .from(messages)
          .where(and(eq(messages.state, 'sent'), ne(messages.provider, 'mailbox'))),
      ),
    ).toBe(0)
    const people = await db().selectDistinct({ email: messages.toEmail }).from(messages)
    expect(people.filter(({ email }) => !email.endsWith('.example'))).toEqual([])
  })

  it('leaves nothing to be done: no job, no event to tell of, no score to fold', async () => {
    const ahead = await db().select({ kind: jobs.kind, runAt: jobs.runAt }).from(jobs).where(ne(jobs.state, 'done'))
    expect(ahead.filter((job) => job.runAt <= w.now())).toEqual([])
    // Who is asked after a case in the days to come, and when it ends if they say nothing.
    expect(ahead.filter((job) => !['cases.ask-again', 'cases.end-recovery'].includes(job.kind))).toEqual([])
    expect(await rows(db().select({ n: count() }).from(events).where(isNull(events.dispatchedAt)))).toBe(0)
    expect(await rows(db().select({ n: count() }).from(scoreDeltas))).toBe(0)
    expect(await rows(db().select({ n: count() }).from(sendDeltas))).toBe(0)
    expect(
      await rows(
        db()
          .select({ n: count() })
          .from(events)
          .where(inArray(events.type, ['loop.consequence_failed', 'jobs.died'])),
      ),
    ).toBe(0)
  })

  it('is worked by seven colleagues of all roles, who can sign in', async () => {
    expect(
      await rows(
        db()
          .select({ n: countDistinct(users.id) })
          .from(users),
      ),
    ).toBe(7)
    const { userId } = await signIn(w.anonymous(), {
      email: 'admin@kumoi.example',
      password,
    })
    expect(userId).toBe((await person('admin@kumoi.example')).id)
  })

  async function person(email: string) {
    const [user] = await db().select().from(users).where(eq(users.emailKey, email))
    const roles = email.startsWith('lead') ? (['lead'] as const) : (['admin'] as const)
    return {
      ...user!,
      actor: { kind: 'user' as const, id: user!.id, roles: [...roles], teamId: user!.teamId, name: user!.name },
    }
  }
})

it('the same anchor gives the same numbers and the same words', async () => {
  const seen = []
  for (let run = 0; run < 2; run++) {
    const w = await world({ bare: true, at: anchor + 10 * HOUR })
    await load(w, scale / 8)
    const ctx = w.system()
    const { responses: voices } = await listResponses(ctx, { limit: 200 })
    const { cases: queue } = await listCases(ctx, { scope: 'all' })
    seen.push({
      nps: await getOverview(ctx, { metric: 'nps' }).then(({ headline, trend, rate }) => ({ headline, trend, rate })),
      csat: await getOverview(ctx, { metric: 'csat' }).then(({ headline, trend, rate }) => ({ headline, trend, rate })),
      voices: voices.map(({ score, comment, answeredAt }) => ({ score, comment, answeredAt })),
      queue: queue.map(({ state, severity, openedAt, replyDueAt }) => ({ state, severity, openedAt, replyDueAt })),
    })
  }
  expect(seen[1]).toEqual(seen[0])
  expect(seen[0]!.voices.length).toBeGreaterThan((900 * scale) / 8)
}, 600_000)
