import { and, asc, eq, gt } from 'drizzle-orm'
import { authorise, read, type Ctx } from '#app/audit/context.server.ts'
import { exportStep, stepOf, type ExportList } from '#app/audit/export/export-list.ts'
import { deliveryWords as words, personWords, reasonOf } from '#app/delivery/words.ts'
import { isId } from '#app/platform/id.ts'
import { accounts, contacts } from '#db/schema/accounts.ts'
import { invitations } from '#db/schema/delivery.ts'

interface Filter {
  wave: string
  /** Why they were left out; without one, everybody of the wave. */
  reason?: string
}

async function page(ctx: Ctx, { wave, reason }: Filter, after: string | null) {
  authorise(ctx, 'accounts.read')
  const rows = await read(ctx)
    .select({
      id: invitations.id,
      contactId: contacts.id,
      person: contacts.name,
      email: contacts.email,
      accountId: accounts.id,
      account: accounts.name,
      language: invitations.language,
      state: invitations.state,
      reason: invitations.reason,
      sentAt: invitations.sentAt,
      answeredAt: invitations.answeredAt,
    })
    .from(invitations)
    .leftJoin(contacts, eq(contacts.id, invitations.contactId))
    .leftJoin(accounts, eq(accounts.id, invitations.accountId))
    .where(
      and(
        eq(invitations.waveId, wave),
        reason === undefined ? undefined : eq(invitations.reason, reason),
        after ? gt(invitations.id, after) : undefined,
      ),
    )
    .orderBy(asc(invitations.id))
    .limit(exportStep + 1)
  return stepOf(rows)
}

type Row = Awaited<ReturnType<typeof page>>['rows'][number]

/** The people of a wave: what became of each invitation, and no word of what they answered. */
export const recipientExport: ExportList<Row, Filter> = {
  name: 'recipients',
  access: 'accounts.read',
  filter: ({ wave = '', reason }) => ({ wave, ...(reason !== undefined && isId(reason) && { reason }) }),
  page,
  columns: [
    { key: 'invitation_id', head: { en: 'Invitation ID', ja: '招待ID' }, value: (row) => row.id },
    { key: 'contact_id', head: { en: 'Koe ID of the person', ja: '連絡先の Koe ID' }, value: (row) => row.contactId },
    { key: 'person', head: words.person, value: (row) => row.person },
    { key: 'email', head: { en: 'E-mail', ja: 'メールアドレス' }, value: (row) => row.email },
    { key: 'account', head: words.account, value: (row) => row.account },
    { key: 'account_id', head: { en: 'Koe ID of the account', ja: '取引先の Koe ID' }, value: (row) => row.accountId },
    { key: 'language', head: { en: 'Language', ja: '言語' }, value: (row) => row.language },
    {
      key: 'state',
      head: personWords.state,
      value: (row) => (row.answeredAt === null ? row.state : 'answered'),
      word: (row) => personWords[row.answeredAt === null ? row.state : 'answered'],
    },
    {
      key: 'reason',
      head: words.reason,
      value: (row) => row.reason,
      word: (row) => (row.reason === null ? null : reasonOf(row.reason)),
    },
    { key: 'sent_at', head: words.sent, value: (row, { iso }) => iso(row.sentAt) },
    { key: 'answered_at', head: words.answered, value: (row, { iso }) => iso(row.answeredAt) },
  ],
}
