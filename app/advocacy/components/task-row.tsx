import { Form, Link, useLocation } from '@remix-run/react'
import { askKindNames } from '#app/advocacy/catalogue/kind-names.ts'
import type { Task } from '#app/advocacy/tasks/list-tasks.server.ts'
import { dismissable } from '#app/advocacy/tasks/task.ts'
import { doWords, taskVerbWords, taskWords as words } from '#app/advocacy/tasks/words.ts'
import { dayOfIso } from '#app/platform/day.ts'
import { Badge } from '#app/ui/badge.tsx'
import { Button } from '#app/ui/button.tsx'
import { Input, Select } from '#app/ui/field.tsx'
import { useFormat, useNow, useT } from '#app/ui/locale.tsx'

interface Props {
  of: Task
  me: string | null
  colleagues: { value: string; label: string }[]
  /** `YYYY-MM-DD`. */
  tomorrow: string
  editable: boolean
}

/** One thing to do: its verb leads to where it is done; taking, giving and putting off stand beside it. */
export function TaskRow({ of, me, colleagues, tomorrow, editable }: Props) {
  const t = useT()
  const format = useFormat()
  const now = useNow()
  const verb = of.verb === 'do_ask' ? doWords[of.kind!] : taskVerbWords[of.verb]
  const put = of.putOffTo === null ? null : dayOfIso(of.putOffTo)
  return (
    <li className="flex flex-wrap items-start justify-between gap-x-6 gap-y-2 p-4">
      <div className="flex min-w-0 flex-1 basis-72 flex-col gap-1">
        <Link to={of.to} className="font-medium text-accent hover:underline">
          {t(verb)}
        </Link>
        <span className="text-sm">
          {[of.person, of.account].filter(Boolean).join(' · ') || '–'}
          {of.kind ? <span className="text-muted"> · {t(askKindNames[of.kind])}</span> : null}
        </span>
        <span className="flex flex-wrap items-center gap-x-2 gap-y-1 text-xs text-muted">
          {put === null ? (
            <span>
              {t(words.due)} {format.date(of.dueAt)}
            </span>
          ) : (
            <span>
              {t(words.until)} {format.day(put)}
            </span>
          )}
          {put === null && of.dueAt < now ? <Badge tone="warning">{t(words.late)}</Badge> : null}
          <span>
            {t(words.owner)}: {of.owner ?? t(words.nobody)}
          </span>
        </span>
      </div>
      {editable ? <Verbs of={of} me={me} colleagues={colleagues} tomorrow={tomorrow} name={t(verb)} /> : null}
    </li>
  )
}

function Verbs({ of, me, colleagues, tomorrow, name }: Omit<Props, 'editable'> & { name: string }) {
  const t = useT()
  const { search } = useLocation()
  const form = { method: 'post', action: `/asks/tasks${search}` } as const
  const hidden = <input type="hidden" name="id" value={of.id} />
  const said = (word: string) => `${word}: ${name}, ${of.person ?? ''}`
  return (
    <div className="flex flex-wrap items-start gap-2">
      {of.verb === 'do_ask' || dismissable.includes(of.verb) ? (
        <Form {...form}>
          {hidden}
          <Button size="sm" name="intent" value="done" aria-label={said(t(words.done))}>
            {t(words.done)}
          </Button>
        </Form>
      ) : null}
      {me !== null && of.ownerId !== me ? (
        <Form {...form}>
          {hidden}
          <input type="hidden" name="ownerId" value={me} />
          <Button size="sm" name="intent" value="give" aria-label={said(t(words.take))}>
            {t(words.take)}
          </Button>
        </Form>
      ) : null}
      {of.putOffTo !== null ? (
        <Form {...form}>
          {hidden}
          <Button size="sm" name="intent" value="put" aria-label={said(t(words.bring))}>
            {t(words.bring)}
          </Button>
        </Form>
      ) : null}
      <details className="w-full sm:w-auto">
        <summary className="min-h-7 text-xs leading-7 text-accent" aria-label={said(t(words.more))}>
          {t(words.more)}
        </summary>
        <div className="mt-2 flex flex-col gap-3 rounded border border-line bg-sunken p-3">
          <Form {...form} className="flex items-end gap-2">
            {hidden}
            <input type="hidden" name="intent" value="give" />
            <Select
              name="ownerId"
              label={t(words.to)}
              defaultValue={of.ownerId ?? undefined}
              options={colleagues}
              className="min-w-0 flex-1"
            />
            <Button size="sm" aria-label={said(t(words.give))}>
              {t(words.give)}
            </Button>
          </Form>
          <Form {...form} className="flex items-end gap-2">
            {hidden}
            <input type="hidden" name="intent" value="put" />
            <Input name="until" type="date" label={t(words.until)} min={tomorrow} required className="min-w-0 flex-1" />
            <Button size="sm" aria-label={said(t(words.putOff))}>
              {t(words.putOff)}
            </Button>
          </Form>
        </div>
      </details>
    </div>
  )
}
