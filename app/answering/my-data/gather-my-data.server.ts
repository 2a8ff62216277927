import { and, asc, desc, eq, gt, inArray, or } from 'drizzle-orm'
import { getBrand, getOrganisation } from '#app/access/get-organisation.server.ts'
import { gatherAdvocacy } from '#app/answering/my-data/gather-advocacy.server.ts'
import { gatherSaid } from '#app/answering/my-data/gather-said.server.ts'
import { inSteps, item, step } from '#app/answering/my-data/item.ts'
import type { Item } from '#app/answering/my-data/my-data.ts'
import { sayer, type Sayer } from '#app/answering/my-data/sayer.ts'
import { answeringWords as words } from '#app/answering/words.ts'
import { agreedWords } from '#app/advocacy/asking/consent-of-ask.server.ts'
import { authorise, read, type Ctx } from '#app/audit/context.server.ts'
import type { AdvocateState } from '#app/advocacy/advocate.ts'
import { mailsTo, type Whose } from '#app/email/erase-mail.server.ts'
import { idsOf } from '#app/loop/erase-contact.server.ts'
import { Forbidden } from '#app/platform/errors.ts'
import type { Language } from '#app/platform/languages.ts'
import { fillText } from '#app/surveys/wordings.ts'
import { accounts, contacts, holds } from '#db/schema/accounts.ts'
import { mergedIds } from '#db/schema/accounts-moving.ts'
import { advocates, consents } from '#db/schema/advocacy.ts'
import { casePeople } from '#db/schema/cases.ts'
import { invitations, preferences, suggestions } from '#db/schema/delivery.ts'
import { messageBodies, messages } from '#db/schema/email.ts'
import { touches } from '#db/schema/responses-touches.ts'

type Person = typeof contacts.$inferSelect

/** Everything that is kept about a person, one thing after the other, for them alone. What colleagues noted among themselves is no part of it. */
export async function* gatherMyData(ctx: Ctx, contactId: string, language: Language): AsyncGenerator<Item> {
  authorise(ctx, 'answer.give')
  if (ctx.actor.id !== contactId) throw new Forbidden()
  const { zone } = await getOrganisation(ctx)
  const [found] = await read(ctx)
    .select({ person: contacts, company: accounts.name })
    .from(contacts)
    .leftJoin(accounts, eq(accounts.id, contacts.accountId))
    .where(eq(contacts.id, contactId))
  if (!found) return
  const say = sayer(language, zone)
  const ids = await idsOf(ctx, contactId)
  const { person, company } = found
  yield item('you', [
    ['name', person.name],
    ['kana', person.nameKana],
    ['email', person.email],
    ['company', company],
    ['department', person.department],
    ['title', person.title],
    ['role', person.role],
    ['phone', person.phone],
    ['language', person.language, person.language && say.language(person.language)],
    ['zone', person.zone],
    ['number', person.externalId],
    ['since', ...say.time(person.createdAt)],
  ])
  yield* gatherSaid(ctx, contactId, say)
  yield* mailed(ctx, { contactIds: ids, email: person.email, invitationIds: await invitationsOf(ctx, contactId) }, say)
  yield* wished(ctx, person, say)
  yield* gatherAdvocacy(ctx, contactId, say)
  yield* visited(ctx, contactId, say)
  const merged = await read(ctx).select({ at: mergedIds.at }).from(mergedIds).where(eq(mergedIds.intoId, contactId))
  for (const { at } of merged) yield item('joined', [['when', ...say.time(at)]])
}

/** More invitations than anybody gets in a lifetime. */
const mostInvitations = 2_000

const invitationsOf = async (ctx: Ctx, contactId: string) =>
  (
    await read(ctx)
      .select({ id: invitations.id })
      .from(invitations)
      .where(eq(invitations.contactId, contactId))
      .orderBy(desc(invitations.id))
      .limit(mostInvitations)
  ).map((row) => row.id)

async function* mailed(ctx: Ctx, whose: Whose, say: Sayer): AsyncGenerator<Item> {
  const mine = mailsTo(ctx, whose)
  const rows = inSteps((after) =>
    read(ctx)
      .select({
        id: messages.id,
        state: messages.state,
        at: messages.sentAt,
        createdAt: messages.createdAt,
        toEmail: messages.toEmail,
        subject: messageBodies.subject,
      }) // prettier-ignore
      .from(messages)
      .leftJoin(messageBodies, eq(messageBodies.messageId, messages.id))
      .where(and(mine, gt(messages.id, after)))
      .orderBy(asc(messages.id))
      .limit(step),
  )
  for await (const { at, createdAt, state, subject, toEmail } of rows)
    yield item('mails', [
      ['when', ...say.time(at ?? createdAt)],
      ['subject', subject],
      ['email', toEmail],
      ['state', state, say.t(state === 'sent' ? words.meSent : words.meNotSent)],
    ])
}

const scopeWord = (scope: string) =>
  scope === 'all' ? words.offAll : scope === 'asks' ? words.meAsks : scope === 'news' ? words.meNews : words.meOneSurvey

const holdWord = (reason: string) =>
  reason === 'open_case' ? words.meHoldCase : reason === 'left' ? words.meHoldLeft : words.meHoldOther

/** The very words that were agreed to. */
const agreedTo = async (ctx: Ctx, { askType, textVersion }: typeof consents.$inferSelect, company: string) => {
  const agreed = await agreedWords(ctx, askType, textVersion)
  return agreed && fillText(agreed.text, { company })
}

const advocateWord = (state: AdvocateState) =>
  state === 'candidate' || state === 'active' ? words.meAdvocateNow : words.meAdvocateNot

async function* wished(
  ctx: Ctx,
  { id: contactId, accountId }: Pick<Person, 'id' | 'accountId'>,
  say: Sayer,
): AsyncGenerator<Item> {
  const db = read(ctx)
  for (const { scope, choice, at } of await db.select().from(preferences).where(eq(preferences.contactId, contactId)))
    yield item('wishes', [
      ['when', ...say.time(at)],
      ['what', scope, say.t(scopeWord(scope))],
      ['state', choice, say.t(choice === 'off' ? words.meNone : words.meHalf)],
    ])
  const party = `con:${contactId}`
  const company = (await getBrand(ctx)).name
  for (const one of await db.select().from(consents).where(eq(consents.party, party)))
    yield item('consents', [
      ['when', ...say.time(one.at)],
      ['what', one.askType, await agreedTo(ctx, one, company)],
      ['state', one.state, say.t(one.state === 'given' ? words.meGiven : words.meWithdrawn)],
      ['ended', ...say.time(one.endedAt)],
    ])
  for (const one of await db.select().from(advocates).where(eq(advocates.contactId, contactId)))
    yield item('consents', [['when', ...say.time(one.nominatedAt)], ['what', 'advocate', say.t(words.meAdvocate)], ['state', one.state, say.t(advocateWord(one.state))]]) // prettier-ignore
  // A hold on the company only where it is for what this person said: others' troubles are not theirs to see.
  const own = db.select({ id: casePeople.caseId }).from(casePeople).where(eq(casePeople.contactId, contactId))
  const held = or(eq(holds.subjectKey, party), and(eq(holds.subjectKey, `acc:${accountId}`), inArray(holds.refId, own)))
  for (const { reason, at, until } of await db.select().from(holds).where(held))
    yield item('holds', [['when', ...say.time(at)], ['what', reason, say.t(holdWord(reason))], ['ended', ...say.time(until)]]) // prettier-ignore
  const named = await db
    .select({ at: suggestions.at, name: suggestions.name, email: suggestions.email })
    .from(suggestions)
    .innerJoin(invitations, eq(invitations.id, suggestions.invitationId))
    .where(eq(invitations.contactId, contactId))
  for (const { at, name, email } of named)
    yield item('named', [['when', ...say.time(at)], ['name', name], ['email', email]]) // prettier-ignore
}

async function* visited(ctx: Ctx, contactId: string, say: Sayer): AsyncGenerator<Item> {
  const db = read(ctx)
  const theirs = db.select({ id: invitations.id }).from(invitations).where(eq(invitations.contactId, contactId))
  const rows = inSteps((after) =>
    db
      .select({ id: touches.id, at: touches.at, network: touches.network, score: touches.score })
      .from(touches)
      .where(and(inArray(touches.invitationId, theirs), gt(touches.id, after)))
      .orderBy(asc(touches.id))
      .limit(step),
  )
  for await (const { at, network, score } of rows)
    yield item('visits', [['when', ...say.time(at)], ['network', network], ['score', score]]) // prettier-ignore
}
