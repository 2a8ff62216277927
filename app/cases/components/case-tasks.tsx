import { Form, useLocation } from '@remix-run/react'
import { CircleCheck, Circle, X } from 'lucide-react'
import type { CaseTasks as Shown } from '#app/cases/playbooks/case-tasks.server.ts'
import { longestStep } from '#app/cases/playbooks/playbook.ts'
import { taskWords as words } from '#app/cases/playbooks/words.ts'
import { caseWords } from '#app/cases/words.ts'
import { Button, IconButton, useBusy } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { Input, Select } from '#app/ui/field.tsx'
import { join } from '#app/ui/join.ts'
import { Time, useT } from '#app/ui/locale.tsx'
import { uiWords } from '#app/ui/words.ts'

/** What is to be done on the case: steps of playbooks and own ones. Nothing at all where there is nothing and nothing may be added. */
export function CaseTasks({ caseId, tasks, playbooks, mayChange }: Shown & { caseId: string; mayChange: boolean }) {
  const t = useT()
  const { search } = useLocation()
  const action = `/cases/${caseId}/tasks${search}`
  const busy = useBusy(`/cases/${caseId}/tasks`)
  const done = tasks.filter((task) => task.doneAt !== null).length
  if (tasks.length === 0 && !mayChange) return null
  return (
    <Card
      title={t(words.title)}
      actions={
        tasks.length > 0 ? (
          <span className="text-xs text-muted tabular-nums">{t(words.progress, { done, all: tasks.length })}</span>
        ) : null
      }
    >
      {tasks.length === 0 ? <p className="text-xs text-muted">{t(words.none)}</p> : null}
      <ul className="flex flex-col">
        {tasks.map((task) => (
          <li key={task.id} className="flex items-start gap-1">
            {mayChange ? (
              <Form method="post" action={action} preventScrollReset className="contents">
                <input type="hidden" name="taskId" value={task.id} />
                <IconButton
                  type="submit"
                  name="intent"
                  value={task.doneAt === null ? 'do' : 'undo'}
                  label={t(task.doneAt === null ? words.doIt : words.undoIt, { task: task.text })}
                  icon={task.doneAt === null ? Circle : CircleCheck}
                  disabled={busy}
                />
              </Form>
            ) : (
              <span aria-hidden className="flex min-h-9 min-w-9 items-center justify-center text-muted">
                {task.doneAt === null ? <Circle size={18} /> : <CircleCheck size={18} />}
              </span>
            )}
            <div className="min-w-0 flex-1 py-1.5">
              <p className={join('break-words', task.doneAt !== null && 'text-muted line-through')}>
                {task.text || '–'}
              </p>
              {task.doneAt === null ? null : (
                <p className="text-xs text-muted">
                  {task.by ?? t(caseWords.formerColleague)} · <Time at={task.doneAt} />
                </p>
              )}
            </div>
            {mayChange ? (
              <Form method="post" action={action} preventScrollReset className="contents">
                <input type="hidden" name="taskId" value={task.id} />
                <IconButton
                  type="submit"
                  name="intent"
                  value="remove"
                  label={t(words.remove, { task: task.text })}
                  icon={X}
                  disabled={busy}
                />
              </Form>
            ) : null}
          </li>
        ))}
      </ul>
      {mayChange ? (
        <Form key={tasks.length} method="post" action={action} preventScrollReset className="flex items-end gap-2">
          <Input label={t(words.own)} name="text" required maxLength={longestStep} className="min-w-0 flex-1" />
          <Button name="intent" value="add" busy={busy}>
            {t(uiWords.add)}
          </Button>
        </Form>
      ) : null}
      {mayChange && playbooks.length > 0 ? (
        <Form method="post" action={action} preventScrollReset className="flex items-end gap-2">
          <Select
            label={t(words.attach)}
            name="playbookId"
            required
            empty={t(caseWords.choose)}
            options={playbooks.map(({ id, name }) => ({ value: id, label: name }))}
            className="min-w-0 flex-1"
          />
          <Button name="intent" value="attach" busy={busy}>
            {t(words.attachIt)}
          </Button>
        </Form>
      ) : null}
    </Card>
  )
}
