import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { Form, useLoaderData } from '@remix-run/react'
import { CircleCheck, CircleDashed, Send } from 'lucide-react'
import type { ReactNode } from 'react'
import { checkSender, type Found } from '#app/access/check-sender.server.ts'
import { sendTestMail } from '#app/access/send-test-mail.server.ts'
import { senderWords as words } from '#app/access/sender-words.ts'
import { settingsWords } from '#app/access/settings-words.ts'
import { mailboxWords } from '#app/email/words.ts'
import { saidRedirect } from '#app/platform/http/said.server.ts'
import { translate } from '#app/platform/words.ts'
import { Button, ButtonRow, LinkButton, useBusy } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { useT } from '#app/ui/locale.tsx'
import { Page } from '#app/ui/page.tsx'

export const handle = { access: 'settings.edit', title: words.title }

export function loader({ context }: LoaderFunctionArgs) {
  return checkSender(context.ctx)
}

export async function action({ context }: ActionFunctionArgs) {
  const { email } = await sendTestMail(context.ctx)
  return saidRedirect('/settings/sending', { text: translate(context.locale, words.testSent, { email }) }, context)
}

const foundWords: Record<Found, (typeof words)[keyof typeof words]> = {
  there: words.recordThere,
  missing: words.recordMissing,
  unknown: words.recordUnknown,
}

export default function Sending() {
  const t = useT()
  const busy = useBusy()
  const { from, domain, transport, allowed, allowList, records } = useLoaderData<typeof loader>()
  return (
    <Page
      title={t(words.title)}
      lead={t(words.lead)}
      crumbs={[{ label: t(settingsWords.title), to: '/settings' }]}
      narrow
    >
      <Condition title={t(words.provider)} done={transport !== 'mailbox'}>
        {t({ mailbox: words.providerMailbox, resend: words.providerResend, smtp: words.providerSmtp }[transport])}
      </Condition>
      <Condition title={t(words.sender)} done={domain !== null && records?.spf !== 'missing'}>
        <p>{t(words.senderNow, { from })}</p>
        {domain === null ? <p>{t(words.senderNone)}</p> : null}
        {records && domain ? (
          <>
            <ul>
              {(
                [
                  ['SPF', records.spf],
                  ['DMARC', records.dmarc],
                ] as const
              ).map(([name, found]) => (
                <li key={name}>
                  {t(words.record, { name, domain })}: <strong className="font-semibold">{t(foundWords[found])}</strong>
                </li>
              ))}
            </ul>
            <p className="text-muted">{t(words.recordsHint)}</p>
          </>
        ) : null}
      </Condition>
      <Condition title={t(words.sandbox)} done={transport !== 'mailbox' && allowed === 'everybody'}>
        {allowed === 'everybody'
          ? t(words.sandboxLifted)
          : allowed === 'some'
            ? t(words.sandboxSome, { allowed: allowList.join(', ') })
            : t(words.sandboxNobody)}
      </Condition>
      <Form method="post">
        <ButtonRow>
          <Button icon={Send} busy={busy}>
            {t(words.test)}
          </Button>
          {transport === 'mailbox' || allowed !== 'everybody' ? (
            <LinkButton to="/mailbox" variant="quiet">
              {t(mailboxWords.open)}
            </LinkButton>
          ) : null}
        </ButtonRow>
      </Form>
    </Page>
  )
}

/** One thing that sending needs: whether it is there, and what to do if it isn't. */
function Condition({ title, done, children }: { title: string; done: boolean; children: ReactNode }) {
  const t = useT()
  const Icon = done ? CircleCheck : CircleDashed
  return (
    <Card
      title={
        <span className="flex items-center gap-2">
          <Icon aria-hidden size={16} className={done ? 'text-success' : 'text-faint'} />
          {title}
        </span>
      }
      actions={<span className={done ? 'text-success' : 'text-muted'}>{t(done ? words.done : words.toDo)}</span>}
    >
      <div className="flex flex-col gap-1 break-words">{children}</div>
    </Card>
  )
}
