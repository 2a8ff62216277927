import type { ActionFunctionArgs } from '@remix-run/node'
import { sendTest, sendTestSchema } from '#app/delivery/send-test.server.ts'
import { Refusal } from '#app/platform/errors.ts'
import { readForm } from '#app/platform/http/form.server.ts'
import { saidRedirect } from '#app/platform/http/said.server.ts'
import { translate } from '#app/platform/words.ts'
import { surveyWords } from '#app/surveys/words.ts'

export const handle = { access: 'programs.edit' }

export async function action({ request, params, context }: ActionFunctionArgs) {
  const form = await readForm(request, sendTestSchema.pick({ language: true }), context.locale)
  if (form.status !== 'success') throw new Refusal(400, 'bad_request')
  const { email } = await sendTest(context.ctx, { programId: params.programId!, language: form.value.language })
  return saidRedirect(
    `/programs/${params.programId}`,
    { text: translate(context.locale, surveyWords.testSent, { email }) },
    context,
  )
}
