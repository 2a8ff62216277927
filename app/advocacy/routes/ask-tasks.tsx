import { json, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { ListChecks } from 'lucide-react'
import { listColleagues } from '#app/access/list-teams.server.ts'
import { AdvocacyTabs } from '#app/advocacy/components/advocacy-tabs.tsx'
import { AsksViews } from '#app/advocacy/components/asks-views.tsx'
import { TaskRow } from '#app/advocacy/components/task-row.tsx'
import { askingErrors, askingWords } from '#app/advocacy/asking/words.ts'
import { changeTask, taskForm } from '#app/advocacy/tasks/change-task.server.ts'
import { listTasks } from '#app/advocacy/tasks/list-tasks.server.ts'
import { taskErrors, taskWords as words } from '#app/advocacy/tasks/words.ts'
import { can } from '#app/audit/can.ts'
import { authorise } from '#app/audit/context.server.ts'
import { isoOfDay } from '#app/platform/day.ts'
import { Conflict, Invalid, Refusal } from '#app/platform/errors.ts'
import { readForm } from '#app/platform/http/form.server.ts'
import { saidRedirect } from '#app/platform/http/said.server.ts'
import { translator, type Word } from '#app/platform/words.ts'
import { LinkButton } from '#app/ui/button.tsx'
import { Notice } from '#app/ui/card.tsx'
import { Empty } from '#app/ui/empty.tsx'
import { useT, useToday } from '#app/ui/locale.tsx'
import { Page } from '#app/ui/page.tsx'
import { Tabs } from '#app/ui/tabs.tsx'

export const handle = { access: 'advocates.read', title: words.tasks }

const views = ['mine', 'all', 'put'] as const

export async function loader({ request, context: { ctx } }: LoaderFunctionArgs) {
  const asked = new URL(request.url).searchParams.get('whose')
  const whose = views.find((one) => one === asked) ?? 'mine'
  const editable = can(ctx.actor, 'advocates.edit')
  return {
    ...(await listTasks(ctx, whose)),
    whose,
    editable,
    me: ctx.actor.id,
    colleagues: editable ? (await listColleagues(ctx)).map(({ id, name }) => ({ value: id, label: name })) : [],
  }
}

const errors: Record<string, Word> = { ...askingErrors, ...taskErrors }

export async function action({ request, context }: ActionFunctionArgs) {
  const { ctx, locale } = context
  authorise(ctx, 'advocates.edit')
  const t = translator(locale)
  const form = await readForm(request, taskForm, locale)
  if (form.status !== 'success') throw new Refusal(400, 'bad_request')
  const { value } = form
  try {
    await changeTask(ctx, value)
  } catch (error) {
    if (!(error instanceof Conflict || error instanceof Invalid)) throw error
    return json({ problem: t(errors[error.code] ?? taskErrors.task_gone) }, error.status)
  }
  const text =
    value.intent === 'done'
      ? t(words.saidDone)
      : value.intent === 'put' && value.until
        ? t(words.saidPut, { date: value.until })
        : t(words.saidOwner)
  const undo =
    value.intent === 'put' && value.until
      ? { undo: { action: '/asks/tasks', label: t(words.bring), fields: { intent: 'put', id: value.id } } }
      : {}
  return saidRedirect(`/asks/tasks${new URL(request.url).search}`, { text, ...undo }, context)
}

/** What waits for a person: each row its verb, its customer, its day and its owner. */
export default function AskTasks() {
  const { tasks, more, whose, editable, me, colleagues } = useLoaderData<typeof loader>()
  const sent = useActionData<typeof action>() as { problem?: string } | undefined
  const t = useT()
  const tomorrow = isoOfDay(useToday() + 1)
  return (
    <Page title={t(words.tasks)} lead={t(words.lead)}>
      <AdvocacyTabs current="asks" />
      <AsksViews current="tasks" keep={{}} />
      <Tabs
        label={t(words.owner)}
        tabs={views.map((one) => ({
          to: one === 'mine' ? '/asks/tasks' : `/asks/tasks?whose=${one}`,
          label: t(words[one]),
          current: one === whose,
        }))}
      />
      {sent?.problem ? <Notice tone="warning" title={sent.problem} /> : null}
      {tasks.length === 0 ? (
        <Empty
          icon={ListChecks}
          title={t(words.none)}
          action={<LinkButton to="/asks/who">{t(askingWords.who)}</LinkButton>}
        >
          {t(words.noneText)}
        </Empty>
      ) : (
        <ul className="flex flex-col divide-y divide-line rounded-lg border border-line bg-surface">
          {tasks.map((task) => (
            <TaskRow key={task.id} of={task} me={me} colleagues={colleagues} tomorrow={tomorrow} editable={editable} />
          ))}
        </ul>
      )}
      {more ? <p className="text-xs text-muted">{t(words.some)}</p> : null}
    </Page>
  )
}
