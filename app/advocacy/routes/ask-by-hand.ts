import { redirect, type ActionFunctionArgs } from '@remix-run/node'
import { z } from 'zod'
import { reserveAsk } from '#app/advocacy/asking/reserve-ask.server.ts'
import { handWords as words } from '#app/advocacy/asking/hand-words.ts'
import { blockWords } from '#app/advocacy/asking/words.ts'
import { Refusal } from '#app/platform/errors.ts'
import { readForm } from '#app/platform/http/form.server.ts'
import { saidRedirect } from '#app/platform/http/said.server.ts'
import { translator } from '#app/platform/words.ts'
import { formats } from '#app/ui/formats.ts'
import { askKinds } from '#db/enums/advocacy.ts'

export const handle = { access: 'asks.make' }

const input = z.object({ kind: z.enum(askKinds), contactId: z.string().max(60) })

/** Reserves somebody to be asked by telephone or face to face, and leads to the page where it is noted; or says why not. */
export async function action({ request, context }: ActionFunctionArgs) {
  const { ctx, locale } = context
  const form = await readForm(request, input, locale)
  if (form.status !== 'success') throw new Refusal(400, 'bad_request')
  const { kind, contactId } = form.value
  const got = await reserveAsk(ctx, { kind, contactId, channel: 'hand' })
  if (got.kind === 'reserved') return redirect(`/asks/${got.askId}`)
  const t = translator(locale)
  const text = got.holder
    ? t(words.held, { holder: got.holder.name })
    : t(words.refused, {
        why: formats(locale, 'UTC').list(got.blocks.map((block) => t(blockWords[block]))),
      })
  return saidRedirect(`/contacts/${contactId}`, { text, tone: 'warn' }, context)
}
