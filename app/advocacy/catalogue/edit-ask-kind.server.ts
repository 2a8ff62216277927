import { isDeepStrictEqual } from 'node:util'
import { z } from 'zod'
import { askContentSchema, askFaults, askKindSchema, versionNumber } from '#app/advocacy/catalogue/ask-content.ts'
import { askKind, askKindAt } from '#app/advocacy/catalogue/get-ask-kind.server.ts'
import { authorise, write, type Ctx } from '#app/audit/context.server.ts'
import { recordEvent } from '#app/audit/record-event.server.ts'
import { Conflict, Invalid } from '#app/platform/errors.ts'
import { newId } from '#app/platform/ids.server.ts'
import type { AskContent, AskKind } from '#db/enums/advocacy.ts'
import { nameLock } from '#db/lock.ts'
import { askVersions } from '#db/schema/advocacy-asks.ts'

const oneAtATime = nameLock('advocacy.ask-kinds')

/** `base`: the number of the version that was changed. */
const of = { kind: askKindSchema, base: versionNumber }
const editInput = z.object({ ...of, content: askContentSchema })
/** What the page posts; the kind stands in its address. */
export const restoreForm = z.object({ base: versionNumber, number: versionNumber })
const restoreInput = restoreForm.extend(of)

export interface SavedAsk {
  /** Of the version that holds now. */
  number: number
  /** Whether it was made just now. */
  changed: boolean
}

/**
 * A new version of how somebody is asked and who may be, for what is asked from now on. The same again makes none.
 * @throws Invalid naming the fields, Conflict `ask_kind_changed` when it was made from an older version
 */
export async function editAskKind(ctx: Ctx, input: z.input<typeof editInput>): Promise<SavedAsk> {
  authorise(ctx, 'advocates.edit')
  const { kind, base, content } = editInput.parse(input)
  refuseFaults(content)
  return save(ctx, kind, base, content)
}

/** @throws Invalid naming the fields of a content that can't hold */
export function refuseFaults(content: AskContent): void {
  const faults = askFaults(content)
  if (!faults) return
  const names = faults.unknown.map((name) => `{${name}}`).join(', ')
  throw new Invalid(Object.values(faults.fields)[0]!, faults.fields, { names })
}

/**
 * An earlier version once more, as one more version; the standard is number 0.
 * @throws NotFound when there is no such version, Conflict `ask_kind_changed` as above
 */
export async function restoreAskVersion(ctx: Ctx, input: z.input<typeof restoreInput>): Promise<SavedAsk> {
  authorise(ctx, 'advocates.edit')
  const { kind, base, number } = restoreInput.parse(input)
  const { content } = await askKindAt(ctx, kind, number)
  return save(ctx, kind, base, content)
}

const parts = ['on', 'wording', 'rules', 'reward', 'consentMonths', 'thanks'] as const

function save(ctx: Ctx, kind: AskKind, base: number, content: AskContent): Promise<SavedAsk> {
  return write(ctx, async (ctx) => {
    await oneAtATime(ctx.tx)
    const before = await askKind(ctx, kind)
    if (before.number !== base) throw new Conflict('ask_kind_changed')
    const changed = parts.filter((part) => !isDeepStrictEqual(before.content[part], content[part]))
    if (changed.length === 0) return { number: base, changed: false }
    const at = ctx.now()
    const number = base + 1
    await ctx.tx.insert(askVersions).values({
      id: newId('akv', at),
      kind,
      number,
      content,
      createdAt: at,
      createdBy: ctx.actor.id ?? ctx.actor.kind,
    })
    await recordEvent(ctx, {
      type: 'advocacy.ask_kind_changed',
      subject: { kind: 'ask_kind', id: kind },
      data: { version: number, changed, on: content.on },
    })
    return { number, changed: true }
  })
}
