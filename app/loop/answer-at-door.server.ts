import { as, write, type Ctx, type TxCtx } from '#app/audit/context.server.ts'
import { inviteAtDoor, type AtDoor, type InvitedAtDoor } from '#app/delivery/invite-at-door.server.ts'
import type { DoorPerson } from '#app/delivery/whom-a-door-asks.server.ts'
import { insertSendDelta } from '#app/insights/insert-send-delta.server.ts'
import { recordAnswer, type AnswerInput, type AnswerOutcome } from '#app/loop/record-answer.server.ts'
import { youngestNonce } from '#app/responses/response.ts'
import { doorClosedBecause, findDoor, type DoorClosed } from '#app/surveys/doors/find-door.server.ts'
import type { DoorLink } from '#app/surveys/doors/door-token.server.ts'

interface Standing extends Pick<AnswerInput, 'nonce' | 'language'> {
  door: DoorLink
  person: DoorPerson | null
  /** What it is about, when a product said so. */
  ref: string | null
}

export type DoorOutcome =
  | { kind: 'shut'; why: DoorClosed }
  /** Posted at once, as a machine does: nothing is written, a person presses once more. */
  | { kind: 'too_fast' }
  /** The rules of who is asked how often. */
  | { kind: 'not_asked'; reason: string }
  /** There is an invitation now, and the answer went to it. */
  | { kind: 'answered'; invitation: { id: string; gen: number }; outcome: AnswerOutcome }

/**
 * An answer at a door: its own invitation and the answer in one transaction, so that one page makes one answer however
 * often it is sent, and from there on it is an answer like any other.
 * @throws as `recordAnswer` does; TooMany when the door has taken all it takes in an hour
 */
export function answerAtDoor(ctx: Ctx, input: Standing & Pick<AnswerInput, 'score' | 'comment'>): Promise<DoorOutcome> {
  const { score, comment, nonce, language, person } = input
  return write(as(ctx, { kind: 'contact', id: person?.id ?? null }), async (ctx) => {
    const invited = await enter(ctx, input)
    if (invited.kind !== 'invited') return invited
    const { id, gen } = invited
    const outcome = await recordAnswer(ctx, { invitationId: id, gen, score, comment, language, nonce })
    return { kind: 'answered', invitation: { id, gen }, outcome }
  })
}

/** A widget was shown to a known person: they count as asked, also when they don't answer. */
export function noteAsked(ctx: Ctx, input: Standing & { person: DoorPerson }): Promise<void> {
  const contact = { kind: 'contact', id: input.person.id } as const
  return write(as(ctx, contact), async (ctx) => void (await enter(ctx, input, true)))
}

type Entered = InvitedAtDoor | Exclude<DoorOutcome, { kind: 'answered' }>

async function enter(ctx: TxCtx, { door, nonce, ...at }: Standing, looks = false): Promise<Entered> {
  const found = await findDoor(ctx, door.id)
  const why = doorClosedBecause(found, door)
  if (why || !found) return { kind: 'shut', why: why ?? 'unknown' }
  if (!looks && ctx.now() - nonce.issuedAt < youngestNonce) return { kind: 'too_fast' }
  const asked: AtDoor = { found, nonce, ...at }
  const invited = await inviteAtDoor(ctx, asked)
  if (invited.kind === 'invited' && invited.fresh && invited.sentDay !== null && !invited.isTest)
    await insertSendDelta(ctx, { programId: found.program.id, day: invited.sentDay, invited: 1 })
  return invited
}
