import { getFormProps, useForm, type SubmissionResult } from '@conform-to/react'
import { Form } from '@remix-run/react'
import { Send } from 'lucide-react'
import { failureText } from '#app/notifications/failure-text.ts'
import type { NotificationSettings } from '#app/notifications/get-settings.server.ts'
import { hookWords as words } from '#app/notifications/settings-words.ts'
import { Button, ButtonRow, useBusy } from '#app/ui/button.tsx'
import { Card, Notice } from '#app/ui/card.tsx'
import { Input } from '#app/ui/field.tsx'
import { useFormat, useT } from '#app/ui/locale.tsx'
import { uiWords } from '#app/ui/words.ts'

/** The address of one's own webhook: shown masked, tried, replaced, removed. */
export function HookForm({
  hook,
  result,
}: {
  hook: NotificationSettings['hook']
  result: SubmissionResult | undefined
}) {
  const t = useT()
  const format = useFormat()
  const busy = useBusy()
  const [form, fields] = useForm<{ url: string }>({ id: 'hook', lastResult: result, defaultNoValidate: false })
  return (
    <Card title={t(words.title)}>
      <p className="max-w-prose text-muted">{t(words.lead)}</p>
      {hook ? (
        <>
          <p className="break-all">{hook.shown === null ? t(words.unreadable) : t(words.now, { shown: hook.shown })}</p>
          {hook.failedAt !== null ? (
            <Notice tone="warning">
              <p>
                {t(words.lastFailed, { at: format.dateTime(hook.failedAt), why: failureText(t, hook.failure ?? '') })}
              </p>
              <p>{t(words.lastFailedHint)}</p>
            </Notice>
          ) : null}
          <Form method="post">
            <ButtonRow>
              {hook.shown === null ? null : (
                <Button name="intent" value="test" icon={Send} busy={busy}>
                  {t(words.test)}
                </Button>
              )}
              <Button name="intent" value="remove_hook" variant="quiet">
                {t(words.remove)}
              </Button>
            </ButtonRow>
          </Form>
        </>
      ) : null}
      <Form method="post" {...getFormProps(form)} className="flex flex-col gap-3">
        <input type="hidden" name="intent" value="hook" />
        <Input
          field={fields.url}
          type="url"
          label={t(hook ? words.urlNew : words.url)}
          hint={t(words.urlHint)}
          placeholder="https://hooks.slack.com/services/…"
          autoComplete="off"
          maxLength={500}
          required
        />
        <div>
          <Button variant={hook ? 'secondary' : 'primary'} busy={busy}>
            {t(uiWords.save)}
          </Button>
        </div>
      </Form>
    </Card>
  )
}
