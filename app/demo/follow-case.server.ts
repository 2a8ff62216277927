import { as, type Ctx, type TxCtx } from '#app/audit/context.server.ts'
import { addCaseNote } from '#app/cases/add-case-note.server.ts'
import { findCase, type CaseRow } from '#app/cases/change-case.server.ts'
import { claimCase } from '#app/cases/claim-case.server.ts'
import { closeCase } from '#app/cases/close-case.server.ts'
import { logContact } from '#app/cases/log-contact.server.ts'
import { reopenCase } from '#app/cases/reopen-case.server.ts'
import { resolveCase } from '#app/cases/resolve-case.server.ts'
import { customerSpokeLast, waitForCustomer, workOnCase } from '#app/cases/wait-for-customer.server.ts'
import { answerReAsks } from '#app/demo/answer-re-asks.server.ts'
import {
  actionsOf,
  causeOf,
  closeTexts,
  contactTexts,
  dismissTexts,
  noteTexts,
  resolveTexts,
} from '#app/demo/case-texts.ts'
import { planCase, type Step } from '#app/demo/case-plan.ts'
import { choose } from '#app/demo/compose-comment.ts'
import { inHours } from '#app/demo/days.ts'
import { between, chance, pick } from '#app/demo/random.ts'
import { colleagues } from '#app/demo/staff.ts'
import type { Stage } from '#app/demo/stage.server.ts'
import type { Topic } from '#app/demo/topics.ts'
import { DAY } from '#app/platform/day.ts'

interface Life {
  caseId: string
  topic: Topic
  key: string
}

const followed = new WeakMap<Stage, Set<string>>()

/** A case that was just opened is worked by its owner, step by step, as far as the time until the anchor allows. */
export function followCase(stage: Stage, life: Life): void {
  const known = followed.get(stage) ?? new Set()
  followed.set(stage, known)
  if (known.has(life.caseId)) return
  known.add(life.caseId)
  for (const { at, step } of planCase({
    openedAt: stage.clock.now(),
    anchor: stage.anchor,
    key: life.key,
    nth: known.size,
  }))
    stage.timeline.add(at, { together: (ctx) => take(stage, ctx, life, step) })
}

/** One step, as far as the case still allows it: a later answer may have moved it meanwhile. */
async function take(stage: Stage, ctx: TxCtx, life: Life, step: Step): Promise<void> {
  const { caseId } = life
  const found = await findCase(ctx, caseId)
  if (found.state === 'closed') return
  const owner = stage.colleagueById(found.ownerId)
  const own = as(ctx, owner)
  const say = speaker(languageOf(stage, owner.id), `${life.key}/${step}`)
  if (step === 'claim') return void (found.claimedAt === null && (await claimCase(own, { caseId })))
  if (step === 'note') return void (await addCaseNote(own, { caseId, text: say(noteTexts) }))
  if (step === 'call' || step === 'meeting' || step === 'mail_out')
    return void (await logContact(own, { caseId, kind: step, text: say(contactTexts[step]) }))
  if (step === 'dismiss') return void (await closeCase(own, { caseId, kind: 'dismissed', text: say(dismissTexts) }))
  if (step === 'reopen') return void (found.state === 'resolved' && (await reopenCase(own, { caseId })))
  if (step === 'work')
    return void (['contacted', 'waiting'].includes(found.state) && (await workOnCase(own, { caseId })))
  if (step === 'wait') {
    const may = ['contacted', 'working'].includes(found.state) && !(await customerSpokeLast(ctx, caseId))
    return void (may && (await waitForCustomer(own, { caseId })))
  }
  if (step === 'resolve') return void (found.state !== 'resolved' && (await resolve(own, life, found, say)))
  if (found.state === 'resolved') {
    const asked = await answerReAsks(ctx, caseId, life.key)
    if (asked === 'good' || asked === 'silent') return
    if (asked === 'none') return void (await closeCase(own, { caseId, kind: 'by_hand', text: say(closeTexts) }))
  }
  // Somebody says that it is not put right, or somebody else of the company wrote in between: settle that first.
  await resolve(own, life, found, say)
  stage.timeline.add(inHours(ctx.now() + between(3, 6, 'again', life.key) * DAY), {
    together: (ctx) => take(stage, ctx, life, 'close'),
  })
}

type Say = (texts: Record<'en' | 'ja', readonly string[]>) => string

async function resolve(ctx: Ctx, { caseId, topic, key }: Life, found: CaseRow, say: Say): Promise<void> {
  if (found.state === 'new') await logContact(ctx, { caseId, kind: 'call', text: say(contactTexts.call) })
  const cause = chance('expectation', key) < 0.07 ? 'expectation' : causeOf[topic]
  await resolveCase(ctx, {
    caseId,
    cause,
    action: pick(actionsOf[cause], 'action', key),
    text: say(resolveTexts[cause]),
  })
}

const speaker =
  (language: 'en' | 'ja', key: string): Say =>
  (texts) =>
    choose(pick(texts[language], 'text', key), key, 0)

const languageOf = (stage: Stage, userId: string) =>
  colleagues.find(({ key }) => stage.colleague(key).id === userId)!.locale
