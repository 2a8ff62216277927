import type { ActionFunctionArgs } from '@remix-run/node'
import { z } from 'zod'
import { countAudience } from '#app/delivery/count-audience.server.ts'
import { Refusal } from '#app/platform/errors.ts'
import { readForm } from '#app/platform/http/form.server.ts'
import { getProgram } from '#app/surveys/get-program.server.ts'
import { editProgramSchema, trimAudience } from '#app/surveys/program.ts'

export const handle = { access: 'programs.edit' }

const schema = z.object({
  audience: editProgramSchema.shape.audience,
  minIntervalDays: editProgramSchema.shape.minIntervalDays,
  outsideRules: editProgramSchema.shape.outsideRules,
})

/** Counts an audience as it is typed. Stores nothing. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const form = await readForm(request, schema, context.locale)
  if (form.status !== 'success') throw new Refusal(400, 'bad_request')
  const { program } = await getProgram(context.ctx, params.programId!)
  const { audience, invited, complete } = await countAudience(context.ctx, {
    id: program.id,
    kind: program.kind,
    minIntervalDays: form.value.minIntervalDays,
    outsideRules: form.value.outsideRules,
    audience: trimAudience(form.value.audience),
  })
  return { audience, invited, complete }
}
