import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { MailboxFrame } from '#app/email/components/mailbox-frame.tsx'
import { MessageState } from '#app/email/components/message-state.tsx'
import { ReplyForm } from '#app/email/components/reply-form.tsx'
import { getMail } from '#app/email/list-mail.server.ts'
import { maskSecrets, openMailbox } from '#app/email/mailbox-door.server.ts'
import { repliable } from '#app/email/reply-as-customer.server.ts'
import { mailboxWords as words, reasonWords, streamWords } from '#app/email/words.ts'
import { env } from '#app/platform/env.server.ts'
import { NotFound } from '#app/platform/errors.ts'
import { newId } from '#app/platform/ids.server.ts'
import { Card, Facts, Notice } from '#app/ui/card.tsx'
import { Time, useT } from '#app/ui/locale.tsx'
import { Page } from '#app/ui/page.tsx'
import { useHref } from '#app/ui/search.ts'
import { Tabs } from '#app/ui/tabs.tsx'

/** The door is in the loader: who sits at this machine needs no account. */
export const handle = { access: 'public', title: words.title }

const views = ['html', 'text', 'headers'] as const

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const door = openMailbox(context, request.headers)
  const mail = await getMail(door.ctx, params.id!)
  if (!mail) throw new NotFound()
  const { message, body } = mail
  const query = new URL(request.url).searchParams
  const asked = query.get('view')
  const text = body && maskSecrets(body.text, door, message.userId)
  const { id, toEmail, stream, state, delivery, provider, stopReason, createdAt, dueAt, sentAt } = message
  return {
    framed: context.user !== null,
    view: views.find((view) => view === asked) ?? 'html',
    message: { id, toEmail, stream, state, delivery, provider, stopReason, createdAt, dueAt, sentAt },
    body: body && { from: body.from, replyTo: body.replyTo, subject: body.subject, headers: body.headers, text: text! },
    files: mail.files,
    masked: body !== null && text !== body.text,
    reply:
      body && repliable(message)
        ? { once: newId('once'), sent: query.get('replied') === '1', domain: env.MAIL_REPLY_DOMAIN !== undefined }
        : null,
  }
}

export default function MailPage() {
  const t = useT()
  const href = useHref()
  const { framed, view, message, body, files, masked, reply } = useLoaderData<typeof loader>()
  const reason =
    message.stopReason && (reasonWords[message.stopReason] ? t(reasonWords[message.stopReason]!) : message.stopReason)
  return (
    <MailboxFrame framed={framed}>
      <Page title={body?.subject ?? t(words.noSubject)} crumbs={[{ label: t(words.title), to: '/mailbox' }]}>
        {message.provider === 'mailbox' ? (
          <Notice tone="info">{t(message.stopReason === 'not_allowed' ? words.stayedSandbox : words.stayed)}</Notice>
        ) : null}
        {masked ? <Notice tone="warning">{t(words.masked)}</Notice> : null}
        <Card>
          <Facts
            items={[
              { name: t(words.to), value: <span className="break-all">{message.toEmail}</span> },
              { name: t(words.from), value: body?.from },
              { name: t(words.kind), value: t(streamWords[message.stream]) },
              { name: t(words.state), value: <MessageState {...message} /> },
              ...(files.length > 0
                ? [{ name: t(words.files), value: <span className="break-all">{files.join(', ')}</span> }]
                : []),
              ...(reason ? [{ name: t(words.reason), value: reason }] : []),
              message.sentAt === null
                ? { name: t(words.made), value: <Time at={message.createdAt} absolute /> }
                : { name: t(words.sent), value: <Time at={message.sentAt} absolute /> },
            ]}
          />
        </Card>
        {body === null ? (
          <Notice tone="neutral">{t(message.sentAt === null ? words.bodyNotYet : words.bodyGone)}</Notice>
        ) : (
          <>
            <Tabs
              label={t(words.parts)}
              tabs={views.map((one) => ({
                to: href({ view: one === 'html' ? null : one }),
                label: t(words[one]),
                current: one === view,
              }))}
            />
            {view === 'html' ? (
              <iframe
                title={t(words.frame)}
                src={`/mailbox/${message.id}/body`}
                sandbox="allow-popups allow-popups-to-escape-sandbox"
                className="h-[70vh] w-full rounded border border-line bg-surface"
              />
            ) : view === 'text' ? (
              <pre className="overflow-x-auto rounded border border-line bg-surface p-4 text-sm break-words whitespace-pre-wrap">
                {body.text}
              </pre>
            ) : (
              <Card>
                <Facts
                  items={[
                    { name: 'From', value: body.from },
                    { name: 'To', value: message.toEmail },
                    ...(body.replyTo === null ? [] : [{ name: 'Reply-To', value: body.replyTo }]),
                    { name: 'Subject', value: body.subject },
                    ...Object.entries(body.headers).map(([name, value]) => ({
                      name,
                      value: <span className="break-all">{value}</span>,
                    })),
                  ]}
                />
              </Card>
            )}
          </>
        )}
        {reply ? <ReplyForm id={message.id} to={message.toEmail} framed={framed} {...reply} /> : null}
      </Page>
    </MailboxFrame>
  )
}
