import { and, eq, isNull } from 'drizzle-orm'
import { as, type TxCtx } from '#app/audit/context.server.ts'
import { chance, pick } from '#app/demo/random.ts'
import { recordAnswer } from '#app/loop/record-answer.server.ts'
import { makeNonce } from '#app/responses/nonce.server.ts'
import { casePeople } from '#db/schema/cases.ts'
import { invitations } from '#db/schema/delivery.ts'

/** Texts of those who say a word more. */
const words = {
  good: {
    en: ['Solved, thank you for staying on it.', 'Works as we need it now.'],
    ja: ['迅速にご対応いただき、解決しました。', '現在は問題なく利用できています。'],
  },
  bad: {
    en: ['It came back last week.', 'Better, but not what we agreed on.'],
    ja: ['先週、同じ問題が再発しました。', '改善はしましたが、まだ十分ではありません。'],
  },
}

/**
 * What the people of a resolved case answer who were asked whether it was put right: most say so, some don't, some say
 * nothing. @returns `none` when nobody was asked
 */
export async function answerReAsks(
  ctx: TxCtx,
  caseId: string,
  key: string,
): Promise<'good' | 'bad' | 'silent' | 'none'> {
  const asked = await ctx.tx
    .select({ id: invitations.id, gen: invitations.gen, language: invitations.language })
    .from(casePeople)
    .innerJoin(invitations, eq(invitations.id, casePeople.recoveryInvitationId))
    .where(and(eq(casePeople.caseId, caseId), eq(invitations.state, 'sent'), isNull(invitations.answeredAt)))
  let good = false
  for (const [n, { id, gen, language }] of asked.entries()) {
    const luck = chance('re-ask', key, n)
    if (luck < 0.2) continue
    const kind = luck < 0.36 ? 'bad' : 'good'
    good ||= kind === 'good'
    const issuedAt = ctx.now() - 30_000
    const talks = chance('re-ask says', key) < 0.6
    const texts = words[kind][language === 'ja' ? 'ja' : 'en']
    await recordAnswer(as(ctx, { kind: 'contact', id: null }), {
      invitationId: id,
      gen,
      score: kind === 'good' ? (luck < 0.7 ? 5 : 4) : luck < 0.28 ? 2 : 3,
      comment: talks ? pick(texts, 're-ask text', key, n) : null,
      language: language === 'ja' ? 'ja' : 'en',
      nonce: { key: makeNonce(ctx.keys, id, issuedAt, null), issuedAt, confirms: null },
    })
    if (kind === 'bad') return kind
  }
  return !asked.length ? 'none' : good ? 'good' : 'silent'
}
