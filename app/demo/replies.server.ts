import { as, write } from '#app/audit/context.server.ts'
import { choose } from '#app/demo/compose-comment.ts'
import { inHours } from '#app/demo/days.ts'
import { replyTexts } from '#app/demo/heard-texts.ts'
import { between, chance, pick } from '#app/demo/random.ts'
import { answers } from '#app/demo/scores.ts'
import type { Stage } from '#app/demo/stage.server.ts'
import type { Worker } from '#app/demo/work-through.server.ts'
import { receiveInbound } from '#app/email/receive-inbound.server.ts'
import { replyAddress } from '#app/email/reply-address.ts'
import { DAY } from '#app/platform/day.ts'
import { system } from '#app/audit/actor.ts'

/** Of those who don't press a number. */
const share = 0.012

/** A few reply to the mail instead: it comes in by the door that all mail comes in by. */
export function expectReply(stage: Stage, worker: Worker, invitationId: string, contactId: string, wave: number): void {
  const { company, externalId, habit, email, language } = stage.people.get(contactId)!
  const key = `${externalId}/wave/${wave}`
  if (company.silent || !email || answers(company.country, habit, key, 1) || chance('replies', key) >= share) return
  const at = inHours(stage.clock.now() + between(0.1, 3, 'replies when', key) * DAY)
  const words = choose(pick(replyTexts[language], 'reply', key), key, 0)
  const head = language === 'ja' ? `\n\n2026年1月1日(木) 10:00 Kumoi <koe@kumoi.example>:\n> ` : '\n\nOn Thu, 1 Jan 2026, Kumoi wrote:\n> ' // prettier-ignore
  stage.timeline.add(at, {
    async alone(ctx) {
      const to = replyAddress(ctx.keys, { kind: 'invitation', id: invitationId }, 'reply.kumoi.example')!
      await write(as(ctx, system('demo')), (ctx) =>
        receiveInbound(ctx, {
          messageId: null,
          doorId: `demo/${key}`,
          providerId: null,
          from: email,
          to: [to],
          subject: language === 'ja' ? 'Re: Kumoi についてのご意見' : 'Re: How are we doing?',
          text: `${words}${head}${language === 'ja' ? 'ご意見をお聞かせください' : 'How likely are you to recommend us?'}`,
        }),
      )
      await worker.work()
    },
  })
}
