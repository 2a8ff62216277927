import type { ActionFunctionArgs } from '@remix-run/node'
import { z } from 'zod'
import { cancelWave, pauseWave, resumeWave } from '#app/delivery/change-wave.server.ts'
import { scheduleWords } from '#app/delivery/schedule-words.ts'
import { startWaveNow } from '#app/delivery/start-wave.server.ts'
import { getWave } from '#app/delivery/get-wave.server.ts'
import { deliveryWords } from '#app/delivery/words.ts'
import { Refusal } from '#app/platform/errors.ts'
import { readForm } from '#app/platform/http/form.server.ts'
import { saidRedirect } from '#app/platform/http/said.server.ts'
import { translate } from '#app/platform/words.ts'

export const handle = { access: 'programs.launch' }

const schema = z.object({ to: z.enum(['paused', 'sending', 'cancelled', 'planning']) })
const moves = { paused: pauseWave, sending: resumeWave, cancelled: cancelWave, planning: startWaveNow }
const words = {
  paused: deliveryWords.paused,
  sending: deliveryWords.resumed,
  cancelled: deliveryWords.cancelled,
  planning: scheduleWords.started,
}

/** Pauses, resumes or cancels a wave. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const form = await readForm(request, schema, context.locale)
  if (form.status !== 'success') throw new Refusal(400, 'bad_request')
  const { to } = form.value
  const id = params.waveId!
  await moves[to](context.ctx, id)
  const { funnel } = await getWave(context.ctx, id)
  return saidRedirect(`/waves/${id}`, { text: translate(context.locale, words[to], { sent: funnel.sent }) }, context)
}
