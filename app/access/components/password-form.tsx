import { getFormProps, useForm, type SubmissionResult } from '@conform-to/react'
import { Form } from '@remix-run/react'
import { FormErrors } from '#app/access/components/form-errors.tsx'
import { PasswordInput } from '#app/access/components/password-input.tsx'
import { meWords as words } from '#app/access/settings-words.ts'
import { enterWords } from '#app/access/words.ts'
import { Button, useBusy } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { useT } from '#app/ui/locale.tsx'

/** The old password and the new one. */
export function PasswordForm({ email, result }: { email: string; result: SubmissionResult | undefined }) {
  const t = useT()
  const busy = useBusy()
  const [form, fields] = useForm<{ current: string; password: string }>({
    id: 'password',
    lastResult: result,
    defaultNoValidate: false,
  })
  return (
    <Card title={t(words.password)}>
      <Form method="post" {...getFormProps(form)} className="flex flex-col gap-4">
        <FormErrors id={form.errorId} errors={form.errors} />
        <input type="hidden" name="intent" value="password" />
        <input type="hidden" autoComplete="username" value={email} readOnly />
        <div className="flex max-w-md flex-col gap-4">
          <PasswordInput field={fields.current} label={t(words.current)} kind="current" required />
          <PasswordInput
            field={fields.password}
            label={t(enterWords.newPassword)}
            hint={t(enterWords.passwordHint)}
            kind="new"
            required
          />
        </div>
        <div>
          <Button busy={busy}>{t(words.changePassword)}</Button>
        </div>
      </Form>
    </Card>
  )
}
