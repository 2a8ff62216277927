import { Form } from '@remix-run/react'
import type { NotificationSettings } from '#app/notifications/get-settings.server.ts'
import { noticeSettingsWords as words, timingWords } from '#app/notifications/settings-words.ts'
import { kindWords } from '#app/notifications/words.ts'
import { Button, useBusy } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { controlLook } from '#app/ui/field.tsx'
import { useT } from '#app/ui/locale.tsx'
import { Table } from '#app/ui/table.tsx'
import { uiWords } from '#app/ui/words.ts'
import { mailTimings } from '#db/enums/notifications.ts'

/** Each kind, and where one hears of it. The webhook's column is there once there is one. */
export function KindTable({ kinds, hasHook }: { kinds: NotificationSettings['kinds']; hasHook: boolean }) {
  const t = useT()
  const busy = useBusy()
  const rows = kinds.map((row, i) => ({ ...row, at: `kinds[${i}]`, name: t(kindWords[row.kind].name) }))
  type Row = (typeof rows)[number]
  const box = (row: Row, key: 'inApp' | 'hook') => (
    <label className="inline-flex min-h-6 min-w-6 items-center justify-center">
      <input
        type="checkbox"
        name={`${row.at}.${key}`}
        defaultChecked={row[key]}
        aria-label={t(key === 'inApp' ? words.inAppOf : words.hookOf, { kind: row.name })}
        className="size-4 accent-accent"
      />
    </label>
  )
  const columns = [
    {
      key: 'kind',
      head: t(words.kind),
      main: true,
      cell: (row: Row) => (
        <span className="flex flex-col">
          <span className="font-medium">{row.name}</span>
          <span className="text-xs font-normal text-muted">{t(kindWords[row.kind].hint)}</span>
          <input type="hidden" name={`${row.at}.kind`} value={row.kind} />
          {hasHook ? null : <input type="hidden" name={`${row.at}.hook`} value={row.hook ? 'on' : ''} />}
        </span>
      ),
    },
    { key: 'inApp', head: t(words.inApp), cell: (row: Row) => box(row, 'inApp') },
    {
      key: 'mail',
      head: t(words.mail),
      cell: (row: Row) => (
        <select
          name={`${row.at}.mail`}
          defaultValue={row.mail}
          aria-label={t(words.mailOf, { kind: row.name })}
          className={`${controlLook} min-h-9 max-w-36`}
        >
          {mailTimings.map((timing) => (
            <option key={timing} value={timing}>
              {t(timingWords[timing])}
            </option>
          ))}
        </select>
      ),
    },
    ...(hasHook ? [{ key: 'hook', head: t(words.hook), cell: (row: Row) => box(row, 'hook') }] : []),
  ]
  if (rows.length === 0) return null
  return (
    <Card title={t(words.what)}>
      <Form method="post" className="flex flex-col gap-3">
        <input type="hidden" name="intent" value="choices" />
        <Table caption={t(words.what)} columns={columns} rows={rows} rowKey={(row) => row.kind} />
        <p className="text-xs text-muted">{t(words.flood)}</p>
        <div>
          <Button variant="primary" busy={busy}>
            {t(uiWords.save)}
          </Button>
        </div>
      </Form>
    </Card>
  )
}
