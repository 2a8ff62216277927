import { Form } from '@remix-run/react'
import { AccountPicker } from '#app/accounts/components/account-picker.tsx'
import { Badge } from '#app/ui/badge.tsx'
import { Button, useBusy } from '#app/ui/button.tsx'
import { ConfirmForm } from '#app/ui/dialog.tsx'
import { Time, useT } from '#app/ui/locale.tsx'
import { asideWords as words, asideKindWords } from '#app/voices/aside-words.ts'

interface Aside {
  id: string
  state: string
  refKind: string | null
  sender: string | null
  subject: string | null
  text: string | null
  at: number
}

const reasons = {
  unmatched: words.unknownAddress,
  auto_reply: words.auto_replyWhy,
  bounce: words.bounceWhy,
  empty: words.emptyWhy,
  waiting: words.waitingWhy,
}

/** A mail that fitted nobody: why, what it says, and whose it may be. */
export function AsideMail({ of, told }: { of: Aside; told: { account: string; error: string } | null }) {
  const t = useT()
  const busy = useBusy()
  const kind = of.state as keyof typeof asideKindWords
  const why = kind === 'unmatched' && of.refKind !== null ? words.nobody : reasons[kind]
  return (
    <li className="flex flex-col gap-3 p-4">
      <p className="flex flex-wrap items-center gap-x-2.5 gap-y-1 text-xs text-muted">
        <Badge tone={of.state === 'unmatched' ? 'warning' : 'neutral'}>{t(asideKindWords[kind])}</Badge>
        <span className="break-all text-ink">{of.sender || t(words.noSender)}</span>
        <Time at={of.at} />
      </p>
      <p className="font-medium break-words">{of.subject || t(words.noSubject)}</p>
      {of.text ? (
        <details open={of.text.length < 400}>
          <summary className="inline-flex min-h-6 cursor-pointer items-center text-xs text-accent underline-offset-2 hover:underline">
            {t(words.text)}
          </summary>
          <div className="mt-1 max-w-prose break-words whitespace-pre-wrap">{of.text}</div>
        </details>
      ) : null}
      <p className="max-w-prose text-xs text-muted">{t(why)}</p>
      {of.text === null ? null : (
        <div className="flex flex-wrap items-end gap-2">
          <Form method="post" className="flex min-w-0 flex-wrap items-end gap-2">
            <input type="hidden" name="id" value={of.id} />
            <AccountPicker
              name="account"
              label={t(words.account)}
              required
              defaultValue={told?.account}
              error={told?.error}
            />
            <Button name="intent" value="assign" busy={busy}>
              {t(words.assign)}
            </Button>
          </Form>
          <ConfirmForm
            trigger={t(words.remove)}
            title={t(words.removeTitle)}
            body={t(words.removeBody)}
            confirm={t(words.remove)}
            danger
            action="/voices/mail"
            fields={{ intent: 'delete', id: of.id }}
          />
        </div>
      )}
    </li>
  )
}
