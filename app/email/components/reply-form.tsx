import { Form, Link } from '@remix-run/react'
import { Reply } from 'lucide-react'
import { replyWords as words } from '#app/email/words.ts'
import { Button, useBusy } from '#app/ui/button.tsx'
import { Card, Notice } from '#app/ui/card.tsx'
import { Input, Textarea } from '#app/ui/field.tsx'
import { useT } from '#app/ui/locale.tsx'

/** Lets whoever tries Koe on their own machine play the customer who presses "reply". */
export function ReplyForm({
  id,
  to,
  once,
  sent,
  framed,
  domain,
}: {
  id: string
  to: string
  once: string
  sent: boolean
  framed: boolean
  domain: boolean
}) {
  const t = useT()
  const action = `/mailbox/${id}/reply`
  return (
    <Card title={t(words.title)}>
      <p className="max-w-prose text-muted">{t(domain ? words.lead : words.leadNoDomain)}</p>
      {sent ? (
        <Notice tone="success" title={t(words.sent)}>
          {framed ? (
            <Link to="/voices" className="text-accent underline">
              {t(words.toVoices)}
            </Link>
          ) : null}
        </Notice>
      ) : null}
      <Form method="post" action={action} key={once} className="flex flex-col gap-3">
        <input type="hidden" name="once" value={once} />
        <Textarea label={t(words.text)} name="text" rows={4} maxLength={5_000} required />
        <Input
          label={t(words.from)}
          hint={t(words.fromHint)}
          name="from"
          type="email"
          defaultValue={to}
          maxLength={254}
          required
        />
        <p>
          <Button icon={Reply} busy={useBusy(action)}>
            {t(words.send)}
          </Button>
        </p>
      </Form>
    </Card>
  )
}
