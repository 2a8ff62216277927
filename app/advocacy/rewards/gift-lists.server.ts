import { and, asc, count, eq, inArray, isNull } from 'drizzle-orm'
import type { z } from 'zod'
import { getOrganisation } from '#app/access/get-organisation.server.ts'
import { readDeal } from '#app/advocacy/referrals/deal.ts'
import {
  codesForm,
  listForm,
  mostCodes,
  readCodes,
  tailOf,
  type RefusedLine,
} from '#app/advocacy/rewards/gift-codes.ts'
import { mostMinor } from '#app/advocacy/rewards/rule.ts'
import { authorise, read, write, type Ctx } from '#app/audit/context.server.ts'
import { recordEvent } from '#app/audit/record-event.server.ts'
import { Invalid, NotFound } from '#app/platform/errors.ts'
import { isId } from '#app/platform/id.ts'
import { newId } from '#app/platform/ids.server.ts'
import { giftCodes, giftLists } from '#db/schema/advocacy-rewards.ts'

/** What a code is encrypted for. */
export const codePurpose = 'gift code'

const batch = 200

/** The lists, by name, each with how many codes it has and how many are left. */
export async function listGiftLists(ctx: Ctx) {
  authorise(ctx, 'advocates.read')
  const db = read(ctx)
  const lists = await db.select().from(giftLists).orderBy(asc(giftLists.name), asc(giftLists.id)).limit(100)
  const numbers = async (free: boolean) =>
    new Map(
      (
        await db
          .select({ listId: giftCodes.listId, n: count() })
          .from(giftCodes)
          .where(free ? isNull(giftCodes.rewardId) : undefined)
          .groupBy(giftCodes.listId)
      ).map(({ listId, n }) => [listId, n]),
    )
  const [all, free] = [await numbers(false), await numbers(true)]
  return lists.map((list) => {
    const left = free.get(list.id) ?? 0
    return { ...list, codes: all.get(list.id) ?? 0, left, few: left <= list.warnAt }
  })
}
export type GiftListRow = Awaited<ReturnType<typeof listGiftLists>>[number]

/** Makes an empty list. @throws Invalid when the value is none */
export async function makeGiftList(ctx: Ctx, input: z.input<typeof listForm>): Promise<{ id: string }> {
  authorise(ctx, 'rewards.approve')
  const { name, warnAt, ...worth } = listForm.parse(input)
  const value = worth.amount?.trim() ? readDeal(worth, (await getOrganisation(ctx)).baseCurrency) : null
  if (value && !('deal' in value)) throw new Invalid(value.wrong, { [value.field]: value.wrong })
  if (value && value.deal.dealMinor > mostMinor) throw new Invalid('reward_too_much', { amount: 'reward_too_much' })
  return write(ctx, async (ctx) => {
    const id = newId('gfl', ctx.now())
    await ctx.tx.insert(giftLists).values({
      id,
      name,
      valueMinor: value?.deal.dealMinor ?? null,
      currency: value?.deal.currency ?? null,
      warnAt,
      createdAt: ctx.now(),
    })
    await recordEvent(ctx, { type: 'advocacy.gift_list_made', subject: { kind: 'gift_list', id }, data: { warnAt } })
    return { id }
  })
}

/**
 * Takes codes into a list. A code that is in any list already is left out, as are lines that hold none.
 * @returns how many were taken in, and which lines were refused for what
 * @throws NotFound without such a list; Invalid `gift_codes_none`, `gift_codes_many`
 */
export async function addGiftCodes(
  ctx: Ctx,
  input: z.input<typeof codesForm>,
): Promise<{ added: number; refused: RefusedLine[] }> {
  authorise(ctx, 'rewards.approve')
  const { listId, codes: text } = codesForm.parse(input)
  const { codes, refused } = readCodes(text)
  if (codes.length + refused.length === 0) throw new Invalid('gift_codes_none', { codes: 'gift_codes_none' })
  if (codes.length > mostCodes) throw new Invalid('gift_codes_many', { codes: 'gift_codes_many' })
  return write(ctx, async (ctx) => {
    const known = and(eq(giftLists.id, listId))
    const [list] = isId(listId) ? await ctx.tx.select({ id: giftLists.id }).from(giftLists).where(known) : []
    if (!list) throw new NotFound()
    const at = ctx.now()
    let added = 0
    for (let from = 0; from < codes.length; from += batch) {
      const part = codes.slice(from, from + batch)
      const prints = new Map(part.map(({ code, line }) => [ctx.keys.fingerprint(`${codePurpose}:${code}`), line]))
      const rows = [...prints.keys()].map((fingerprint, i) => {
        const { code } = part[i]!
        return { id: newId('gfc', at), listId, code: ctx.keys.encrypt(codePurpose, code), fingerprint, tail: tailOf(code), createdAt: at } // prettier-ignore
      })
      const made = await ctx.tx.insert(giftCodes).values(rows).onConflictDoNothing().returning({ fingerprint: giftCodes.fingerprint }) // prettier-ignore
      for (const { fingerprint } of made) prints.delete(fingerprint)
      for (const line of prints.values()) refused.push({ line, why: 'known' })
      added += made.length
    }
    if (added)
      await recordEvent(ctx, {
        type: 'advocacy.gift_codes_added',
        subject: { kind: 'gift_list', id: listId },
        data: { added, refused: refused.length },
      })
    return { added, refused: refused.sort((a, b) => a.line - b.line) }
  })
}

/** The code that a reward gave, in plain text: for who issued it and for its mail, nobody else. */
export async function codeOfReward(ctx: Ctx, rewardId: string): Promise<string | null> {
  const [row] = await read(ctx).select({ code: giftCodes.code }).from(giftCodes).where(eq(giftCodes.rewardId, rewardId))
  return row ? ctx.keys.decrypt(codePurpose, row.code) : null
}

/** The last characters of the codes of some rewards, by reward. */
export async function tailsOf(ctx: Ctx, rewardIds: string[]): Promise<Map<string, string>> {
  if (!rewardIds.length) return new Map()
  const rows = await read(ctx).select({ id: giftCodes.rewardId, tail: giftCodes.tail }).from(giftCodes).where(inArray(giftCodes.rewardId, rewardIds)) // prettier-ignore
  return new Map(rows.map(({ id, tail }) => [id!, tail]))
}
