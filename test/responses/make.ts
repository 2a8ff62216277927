import { newId } from '#app/platform/ids.server.ts'
import { beforeWalk } from '#app/responses/index-progress.server.ts'
import { makeNonce, openNonce } from '#app/responses/nonce.server.ts'
import { walkTexts } from '#app/responses/walk-texts.server.ts'
import { createProgram } from '#app/surveys/create-program.server.ts'
import type { CreateProgram } from '#app/surveys/program.ts'
import { dayOf } from '#app/platform/calendar.ts'
import { DAY } from '#app/platform/day.ts'
import type { AnswerInput } from '#app/loop/record-answer.server.ts'
import { invitations } from '#db/schema/delivery.ts'
import { insert } from '#test/make.ts'
import type { World } from '#test/world.ts'

/** What the factories need of a world: a real server's database will do. */
export type Place = Pick<World, 'store' | 'keys' | 'now' | 'ctx' | 'brandId' | 'user' | 'account' | 'contact'>

export const makeProgram = (w: Place, over: Partial<CreateProgram> = {}) =>
  createProgram(w.ctx(), { name: 'Relationship NPS', metric: 'nps', kind: 'relationship', brandId: w.brandId, ...over })

type Program = Awaited<ReturnType<typeof makeProgram>>
type Person = { id: string; accountId: string | null }

/** An invitation that was sent an hour ago and waits for its answer. */
export function makeInvitation(
  w: Place,
  program: Program,
  person: Person | null,
  over: Partial<typeof invitations.$inferInsert> = {},
) {
  const id = newId('inv', w.now())
  return insert(w.store, invitations, {
    id,
    programId: program.id,
    versionId: program.currentVersionId!,
    contactId: person?.id ?? null,
    accountId: person?.accountId ?? null,
    channel: 'email',
    occasion: `test:${id}`,
    respondentKey: person?.id ?? id,
    state: 'sent',
    dueAt: w.now(),
    sentAt: w.now() - 3_600_000,
    sentDay: dayOf(w.now(), 'Asia/Tokyo') - 1,
    expiresAt: w.now() + 60 * DAY,
    language: 'en',
    gen: 1,
    isTest: false,
    createdAt: w.now(),
    ...over,
  })
}

/** A person of a new account, invited. */
export async function invited(
  w: Place,
  over: { program?: Program; ownerId?: string; account?: Parameters<Place['account']>[0] } = {},
) {
  const program = over.program ?? (await makeProgram(w))
  const account = await w.account({ ownerId: over.ownerId ?? (await w.user({ roles: ['csm'] })).id, ...over.account })
  const contact = await w.contact({ accountId: account.id })
  return { program, account, contact, invitation: await makeInvitation(w, program, contact) }
}

/** What a person posts ten seconds after opening the page. `confirms`: they came from the page that asks to confirm. */
export function answerTo(
  w: Place,
  invitation: { id: string; gen: number },
  score: number,
  over: Partial<AnswerInput> & { confirms?: number; age?: number } = {},
): AnswerInput {
  const { confirms, age = 10_000, ...rest } = over
  const nonce = openNonce(
    w.keys,
    invitation.id,
    makeNonce(w.keys, invitation.id, w.now() - age, confirms ?? null),
    w.now(),
  )!
  return { invitationId: invitation.id, gen: invitation.gen, score, comment: null, language: 'en', nonce, ...rest }
}

export const customer = (w: Place) => w.ctx({ kind: 'contact', id: null })

/** Lets the search index look at every answer once, as it does when a worker starts. */
export async function indexAll(w: Place) {
  const ctx = w.ctx()
  for (let below = beforeWalk; below !== '';) below = await walkTexts(ctx, below)
}
