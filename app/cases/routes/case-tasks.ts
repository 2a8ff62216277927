import type { ActionFunctionArgs } from '@remix-run/node'
import { attachPlaybook } from '#app/cases/playbooks/attach-playbook.server.ts'
import { addTask, doTask, removeTask, restoreTask, undoTask } from '#app/cases/playbooks/case-tasks.server.ts'
import { addTaskInput, attachInput, taskInput } from '#app/cases/playbooks/playbook.ts'
import { taskWords as words } from '#app/cases/playbooks/words.ts'
import { Refusal } from '#app/platform/errors.ts'
import { formOf, parseForm } from '#app/platform/http/form.server.ts'
import { saidRedirect } from '#app/platform/http/said.server.ts'
import { translator } from '#app/platform/words.ts'
import { uiWords } from '#app/ui/words.ts'

export const handle = { access: 'cases.read' }

const verbs = {
  do: { run: doTask, said: words.saidDone, back: 'undo' },
  undo: { run: undoTask, said: words.saidUndone, back: 'do' },
  remove: { run: removeTask, said: words.saidRemoved, back: 'restore' },
  restore: { run: restoreTask, said: words.saidRestored, back: 'remove' },
}

/** The checklist of a case: a step is done, undone, taken off or brought back; one is added, or a playbook. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const { ctx, locale } = context
  const { search } = new URL(request.url)
  const data = await formOf(request)
  const intent = String(data.get('intent'))
  data.set('caseId', params.id!)
  const t = translator(locale)
  const page = `/cases/${params.id}${search}`
  const read = <S extends Parameters<typeof parseForm>[1]>(schema: S) => {
    const form = parseForm(data, schema, locale)
    if (form.status !== 'success') throw new Refusal(400, 'bad_request')
    return form.value
  }
  if (intent === 'add') {
    await addTask(ctx, read(addTaskInput))
    return saidRedirect(page, { text: t(words.saidAdded) }, context)
  }
  if (intent === 'attach') {
    const { added } = await attachPlaybook(ctx, read(attachInput))
    return saidRedirect(page, { text: t(words.saidAttached, { n: added }) }, context)
  }
  if (!Object.hasOwn(verbs, intent)) throw new Refusal(400, 'bad_request')
  const { run, said, back } = verbs[intent as keyof typeof verbs]
  const value = read(taskInput)
  const { text } = await run(ctx, value)
  const undo = {
    action: `/cases/${params.id}/tasks${search}`,
    fields: { intent: back, taskId: value.taskId },
    label: t(uiWords.undo),
  }
  return saidRedirect(page, { text: t(said, { task: text }), undo }, context)
}
