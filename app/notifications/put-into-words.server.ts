import { can } from '#app/audit/can.ts'
import { as, type Ctx } from '#app/audit/context.server.ts'
import { kindRules, type Notice, type Reader, type Teller, type Tellers, type Told } from '#app/notifications/notice.ts'

/** Notices in the words of their reader, by their ids; what the reader may not know of, or what is gone, is left out. */
export async function putIntoWords(
  ctx: Ctx,
  tellers: Tellers,
  reader: Reader,
  list: Notice[],
): Promise<Map<string, Told>> {
  const byTeller = new Map<Teller, Notice[]>()
  for (const kind of new Set(list.map((notice) => notice.kind))) {
    if (!can(reader.actor, kindRules[kind].access)) continue
    const teller = tellers[kind]
    const ofKind = list.filter((notice) => notice.kind === kind)
    byTeller.set(teller, [...(byTeller.get(teller) ?? []), ...ofKind])
  }
  const own = as(ctx, reader.actor)
  const words = new Map<string, Told>()
  for (const [teller, notices] of byTeller)
    for (const [id, told] of await teller(own, reader, notices)) words.set(id, told)
  return words
}
