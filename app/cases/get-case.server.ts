import { and, asc, desc, eq, ne, sql } from 'drizzle-orm'
import { getOrganisation } from '#app/access/get-organisation.server.ts'
import { listCaseWorkers } from '#app/access/list-case-workers.server.ts'
import { can } from '#app/audit/can.ts'
import { authorise, read, type Ctx } from '#app/audit/context.server.ts'
import { findCase } from '#app/cases/change-case.server.ts'
import { timelineOf } from '#app/cases/case-timeline.server.ts'
import { heardOnCase } from '#app/cases/heard-on-case.server.ts'
import { casesShownTo, keptFromOf } from '#app/cases/kept-cases.server.ts'
import { filesOfCase } from '#app/cases/files/case-files.server.ts'
import { tasksOfCase } from '#app/cases/playbooks/case-tasks.server.ts'
import { getRecovery } from '#app/cases/recovery/get-recovery.server.ts'
import { replyLanguage } from '#app/cases/replies/reply.ts'
import { usedOf } from '#app/cases/sla/used-of.server.ts'
import { whyOwner } from '#app/cases/routing/why-owner.server.ts'
import { tagsOf } from '#app/cases/tags/list-tags.server.ts'
import { allowed } from '#app/cases/transitions.ts'
import type { Language } from '#app/platform/languages.ts'
import { listAnswers, type ShownAnswer } from '#app/responses/list-answers.server.ts'
import { shownTo } from '#app/responses/kept-from.server.ts'
import { listResponseTopics, type ShownTopic } from '#app/responses/topics/list-response-topics.server.ts'
import type { LandReason, ReplyTime, ReplyWish } from '#db/enums/cases.ts'
import { recoveryProgramId } from '#db/enums/surveys.ts'
import { users } from '#db/schema/access.ts'
import { accounts, contacts } from '#db/schema/accounts.ts'
import { caseAnswers, casePeople, cases } from '#db/schema/cases.ts'
import { responses } from '#db/schema/responses.ts'
import { programs } from '#db/schema/surveys.ts'

/** Rows of one list on the page of a case: more than anybody reads, few enough to be quick. */
const enough = 200

/** One case as its page shows it. @throws NotFound */
export async function getCase(ctx: Ctx, caseId: string) {
  authorise(ctx, 'cases.read')
  const found = await findCase(ctx, caseId)
  const names = can(ctx.actor, 'responses.names')
  const mayWork = can(ctx.actor, 'cases.work', found)
  const ids = await idsOf(ctx, caseId)
  const mayClaim = found.state !== 'closed' && found.claimedAt === null && can(ctx.actor, 'cases.work')
  const [people, heard, history, account, colleagues, owners, timeline] = [
    await peopleOf(ctx, caseId, names),
    await heardOnCase(ctx, { ids }, names),
    await historyOf(ctx, found.accountId),
    await accountOf(ctx, found.accountId),
    await colleaguesOf(ctx, found.accountId, names),
    mayWork ? await possibleOwners(ctx, caseId) : [],
    await timelineOf(ctx, caseId, ids, names),
  ]
  const used = await usedOf(ctx, caseId)
  const first = people.find((person) => person.state === 'waiting' && person.replyDueAt === found.replyDueAt)
  const other = found.snoozedUntil === null ? 'wake' : 'snooze'
  const verbs = allowed(found.state).filter((verb) => verb !== other && (verb === 'claim' ? mayClaim : mayWork))
  return {
    case: found,
    people: people.map((person) => ({ ...person, used: used.people.get(person.id) ?? null })),
    used: { reply: (first && used.people.get(first.id)) ?? null, resolve: used.resolve },
    heard,
    history,
    account,
    colleagues,
    owners,
    timeline,
    verbs,
    mayWork,
    tags: (await tagsOf(ctx, [caseId])).get(caseId) ?? [],
    ...(await tasksOfCase(ctx, caseId, mayWork)),
    files: await filesOfCase(ctx, caseId),
    recovery: await getRecovery(ctx, found),
    why: await whyOwner(ctx, found),
    standIn: await standInNamed(ctx, found),
  }
}

export type ShownCase = Awaited<ReturnType<typeof getCase>>

/** Who is on the case, each with the answers that landed here, the newest first. */
async function peopleOf(ctx: Ctx, caseId: string, names: boolean) {
  const rows = await read(ctx)
    .select({
      id: casePeople.id,
      contactId: casePeople.contactId,
      state: casePeople.state,
      replyDueAt: casePeople.replyDueAt,
      repliedAt: casePeople.repliedAt,
      wish: casePeople.wish,
      wishWhen: casePeople.wishWhen,
      wishPhone: casePeople.wishPhone,
      name: contacts.name,
      title: contacts.title,
      email: contacts.email,
      phone: contacts.phone,
      language: contacts.language,
      answer: {
        id: responses.id,
        versionId: responses.versionId,
        score: responses.score,
        class: responses.class,
        comment: responses.comment,
        language: responses.language,
        answeredAt: responses.answeredAt,
        state: responses.state,
      },
      why: caseAnswers.why,
      program: { name: programs.name, metric: programs.metric },
    })
    .from(casePeople)
    .leftJoin(caseAnswers, eq(caseAnswers.casePersonId, casePeople.id))
    .leftJoin(responses, eq(responses.id, caseAnswers.responseId))
    .leftJoin(programs, eq(programs.id, responses.programId))
    .leftJoin(contacts, eq(contacts.id, casePeople.contactId))
    .where(eq(casePeople.caseId, caseId))
    .orderBy(sql`coalesce(${responses.answeredAt}, 0) desc`, desc(responses.id), asc(casePeople.id))
    .limit(enough)
  const topics = await listResponseTopics(ctx, rows.flatMap((row) => row.answer?.id ?? [])) // prettier-ignore
  const further = await listAnswers(
    ctx,
    rows.flatMap((row) => row.answer ?? []),
  )
  const { locale } = await getOrganisation(ctx)
  const answeredIn = (id: string) =>
    rows.find((row) => row.id === id && row.answer?.state === 'counted')?.answer?.language ?? null
  type Answer = ReturnType<typeof answerOf> & { why: LandReason | null; topics: ShownTopic[]; answers: ShownAnswer[] }
  const people = new Map<string, ReturnType<typeof personOf> & { language: Language; answers: Answer[] }>()
  for (const row of rows) {
    const person = people.get(row.id) ?? {
      ...personOf(row, names),
      /** To write to them in. */
      language: replyLanguage(row.language, answeredIn(row.id), locale),
      answers: [],
    }
    if (row.answer && row.program)
      person.answers.push({
        ...answerOf(row.answer, row.program),
        why: row.why,
        topics: topics.get(row.answer.id) ?? [],
        answers: further.get(row.answer.id) ?? [],
      })
    people.set(row.id, person)
  }
  return [...people.values()]
}

type PersonRow = {
  id: string
  contactId: string | null
  state: (typeof casePeople.$inferSelect)['state']
  replyDueAt: number
  repliedAt: number | null
  wish: ReplyWish | null
  wishWhen: ReplyTime | null
  wishPhone: string | null
  name: string | null
  title: string | null
  email: string | null
  phone: string | null
}

const personOf = (
  { id, contactId, state, replyDueAt, repliedAt, wish, wishWhen, wishPhone, name, title, email, phone }: PersonRow,
  names: boolean,
) => ({
  id,
  contactId,
  state,
  replyDueAt,
  repliedAt,
  wish,
  wishWhen,
  wishPhone: names ? wishPhone : null,
  name: (names && name) || null,
  title: names ? title : null,
  email: names ? email : null,
  phone: names ? phone : null,
})

type AnswerRow = Pick<
  typeof responses.$inferSelect,
  'id' | 'score' | 'class' | 'comment' | 'language' | 'answeredAt' | 'state'
>

const answerOf = ({ state, ...row }: AnswerRow, program: Pick<typeof programs.$inferSelect, 'name' | 'metric'>) => ({
  ...row,
  withdrawn: state === 'withdrawn',
  program: program.name,
  metric: program.metric,
})

/** Scores that the account gave before, newest first. */
async function historyOf(ctx: Ctx, accountId: string | null) {
  if (!accountId) return []
  return read(ctx)
    .select({
      id: responses.id,
      score: responses.score,
      class: responses.class,
      answeredAt: responses.answeredAt,
      metric: programs.metric,
    })
    .from(responses)
    .innerJoin(programs, eq(programs.id, responses.programId))
    .where(
      and(
        eq(responses.accountId, accountId),
        ne(responses.programId, recoveryProgramId),
        eq(responses.state, 'counted'),
        eq(responses.isTest, false),
        shownTo(ctx),
      ),
    )
    .orderBy(desc(responses.id))
    .limit(6)
}

async function accountOf(ctx: Ctx, accountId: string | null) {
  if (!accountId) return null
  const [row] = await read(ctx)
    .select({
      id: accounts.id,
      name: accounts.name,
      tier: accounts.tier,
      health: accounts.health,
      arrMinor: accounts.arrMinor,
      currency: accounts.currency,
      renewalOn: accounts.renewalOn,
      owner: users.name,
    })
    .from(accounts)
    .leftJoin(users, eq(users.id, accounts.ownerId))
    .where(eq(accounts.id, accountId))
  return row ?? null
}

/** Who else is there, who answered last first. */
async function colleaguesOf(ctx: Ctx, accountId: string | null, names: boolean) {
  if (!accountId || !names) return []
  return read(ctx)
    .select({ id: contacts.id, name: contacts.name, title: contacts.title, lastClass: contacts.lastClass })
    .from(contacts)
    .where(and(eq(contacts.accountId, accountId), eq(contacts.state, 'active'), eq(contacts.isTest, false)))
    .orderBy(sql`coalesce(${contacts.lastAnsweredAt}, 0) desc`, asc(contacts.id))
    .limit(6)
}

/** Who could have the case, and be named in a note on it: nobody from whom an answer of it is kept. */
async function possibleOwners(ctx: Ctx, caseId: string) {
  const kept = await keptFromOf(ctx, caseId)
  return (await listCaseWorkers(ctx)).filter(({ id }) => !kept.includes(id))
}

/** This case and those that joined it: what happened with them is told here, but for their end, which is none. */
async function idsOf(ctx: Ctx, caseId: string): Promise<string[]> {
  const joined = await read(ctx).select({ id: cases.id }).from(cases).where(eq(cases.joinedInto, caseId)).limit(enough)
  return [caseId, ...joined.map((row) => row.id)]
}

/** Who stands in for its owner today. */
async function standInNamed(ctx: Ctx, { userId, ownerName }: { userId: string | null; ownerName: string }) {
  if (userId === null) return null
  const [user] = await read(ctx).select({ name: users.name }).from(users).where(eq(users.id, userId))
  return user ? { name: user.name, owner: ownerName } : null
}

/** What a case is called: its account, else the person for those who may see it. */
export async function nameCase(ctx: Ctx, caseId: string): Promise<string> {
  authorise(ctx, 'cases.read')
  const [row] = await read(ctx)
    .select({ account: accounts.name, person: contacts.name })
    .from(cases)
    .leftJoin(accounts, eq(accounts.id, cases.accountId))
    .leftJoin(casePeople, eq(casePeople.caseId, cases.id))
    .leftJoin(contacts, eq(contacts.id, casePeople.contactId))
    .where(and(eq(cases.id, caseId), casesShownTo(ctx)))
    .limit(1)
  return row?.account ?? (can(ctx.actor, 'responses.names') ? row?.person : null) ?? '–'
}
