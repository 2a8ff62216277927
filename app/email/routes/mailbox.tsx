import type { LoaderFunctionArgs } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { Mail } from 'lucide-react'
import { can } from '#app/audit/can.ts'
import { exportWords } from '#app/audit/export/words.ts'
import { MailboxFrame } from '#app/email/components/mailbox-frame.tsx'
import { MessageState } from '#app/email/components/message-state.tsx'
import { listMail } from '#app/email/list-mail.server.ts'
import { openMailbox } from '#app/email/mailbox-door.server.ts'
import { mailboxWords as words, streamWords } from '#app/email/words.ts'
import { env } from '#app/platform/env.server.ts'
import { Notice } from '#app/ui/card.tsx'
import { Empty } from '#app/ui/empty.tsx'
import { ExportMenu } from '#app/ui/export-menu.tsx'
import { Input } from '#app/ui/field.tsx'
import { FilterBar } from '#app/ui/filter-bar.tsx'
import { Time, useT } from '#app/ui/locale.tsx'
import { Page } from '#app/ui/page.tsx'
import { Pager } from '#app/ui/pager.tsx'
import { Table } from '#app/ui/table.tsx'

/** The door is in the loader: who sits at this machine needs no account. */
export const handle = { access: 'public', title: words.title }

export async function loader({ request, context }: LoaderFunctionArgs) {
  const door = openMailbox(context, request.headers)
  const query = new URL(request.url).searchParams
  const q = query.get('q')?.trim() ?? ''
  const { rows, next } = await listMail(door.ctx, { q, after: query.get('after'), readable: q === '' })
  return {
    rows,
    next,
    q,
    framed: context.user !== null,
    mayExport: can(context.ctx.actor, 'mailbox.read'),
    allowed: env.MAIL_TRANSPORT === 'mailbox' ? null : env.MAIL_ALLOW,
  }
}

export default function Mailbox() {
  const t = useT()
  const { rows, next, q, framed, allowed, mayExport } = useLoaderData<typeof loader>()
  const reason = !framed
    ? exportWords.signIn
    : !mayExport
      ? exportWords.notYours
      : rows.length === 0
        ? exportWords.nothingHere
        : null
  return (
    <MailboxFrame framed={framed}>
      <Page
        title={t(words.title)}
        lead={t(words.lead)}
        actions={<ExportMenu to="/mailbox/export" reason={reason && t(reason)} />}
      >
        <Notice tone="info">
          {allowed === null ? t(words.allStay) : t(words.sandbox, { allowed: allowed.join(', ') || t(words.nobody) })}
        </Notice>
        <FilterBar chips={q ? [{ name: 'q', label: q }] : []}>
          <Input name="q" label={t(words.search)} type="search" defaultValue={q} maxLength={254} />
        </FilterBar>
        {rows.length === 0 ? (
          <Empty icon={Mail} title={t(q ? words.emptyFound : words.empty)}>
            {t(q ? words.emptyFoundHint : words.emptyHint)}
          </Empty>
        ) : (
          <>
            <Table
              caption={t(words.title)}
              rows={rows}
              rowKey={(row) => row.id}
              columns={[
                {
                  key: 'subject',
                  head: t(words.subject),
                  main: true,
                  cell: (row) => (
                    <Link to={`/mailbox/${row.id}`} className="font-medium text-accent hover:underline">
                      {row.subject ?? t(words.noSubject)}
                    </Link>
                  ),
                },
                { key: 'to', head: t(words.to), cell: (row) => <span className="break-all">{row.toEmail}</span> },
                { key: 'kind', head: t(words.kind), wide: true, cell: (row) => t(streamWords[row.stream]) },
                { key: 'state', head: t(words.state), cell: (row) => <MessageState {...row} /> },
                { key: 'at', head: t(words.made), cell: (row) => <Time at={row.sentAt ?? row.createdAt} /> },
              ]}
            />
            <Pager shown={rows.length} next={next} />
          </>
        )}
      </Page>
    </MailboxFrame>
  )
}
