import { Form, Link } from '@remix-run/react'
import { CircleSlash, Equal, ListChecks, Plus } from 'lucide-react'
import { RejectedLines } from '#app/advocacy/components/rejected-lines.tsx'
import type { DoneLine, ListKind } from '#app/advocacy/lists/list-kinds.ts'
import { listWords as words } from '#app/advocacy/lists/words.ts'
import { referralStateWords } from '#app/advocacy/referrals/words.ts'
import { Badge } from '#app/ui/badge.tsx'
import { Button, useBusy } from '#app/ui/button.tsx'
import { Notice } from '#app/ui/card.tsx'
import { useT } from '#app/ui/locale.tsx'
import { Table, type Column } from '#app/ui/table.tsx'

/** A list about referrals line by line: what each would come to, or has come to. */
export function ReferralLines({
  action,
  kind,
  step,
  lines,
}: {
  action: string
  kind: ListKind
  step: 'checked' | 'done'
  lines: DoneLine[]
}) {
  // prettier-ignore
  const t = useT()
  const busy = useBusy()
  const change = lines.filter((line) => line.fresh).length
  const refused = lines.filter((line) => line.refused !== null)
  const same = lines.length - change - refused.length
  const columns: Column<DoneLine>[] = [
    {
      key: 'lead',
      head: t(words.lead),
      main: true,
      cell: (line) =>
        line.id ? (
          <Link
            to={`/referrals/${line.id}`}
            className="inline-flex min-h-6 items-center font-medium break-all text-accent hover:underline"
          >
            {' '}
            {/* prettier-ignore */}
            {line.lead}
          </Link>
        ) : (
          <span className="font-medium break-all">{line.lead}</span>
        ),
    },
    { key: 'outcome', head: t(words.outcome), cell: (line) => <ComesTo line={line} kind={kind} /> },
    { key: 'line', head: t(words.line), align: 'right', wide: true, cell: (line) => line.line },
  ]
  const rejected = refused.map((line) => [...Object.entries(line.row).filter(([name]) => name !== 'line').map(([, text]) => String(text)), line.refused ?? '']) // prettier-ignore
  const header = [...Object.keys(lines[0]?.row ?? {}).filter((name) => name !== 'line'), t(words.why)]
  return (
    <>
      <Notice tone={step === 'done' ? 'success' : 'info'}>
        <p>
          {t(step === 'done' ? words.referralDone : words.referralCount, { change, same, refused: refused.length })}
        </p>
        {step === 'checked' ? <p>{t(change ? words.noUndo : words.nothingToDo)}</p> : null}
      </Notice>
      <div className="flex flex-wrap gap-2 empty:hidden">
        {step === 'checked' && change ? (
          <Form method="post" action={action}>
            <input
              type="hidden"
              name="rows"
              value={JSON.stringify(lines.filter((line) => line.refused === null).map((line) => line.row))}
            />{' '}
            {/* prettier-ignore */}
            <Button variant="primary" icon={ListChecks} busy={busy}>
              {t(words.apply, { n: change })}
            </Button>
          </Form>
        ) : null}
        <RejectedLines header={header} rows={rejected} />
      </div>
      <Table caption={t(words.lines)} columns={columns} rows={lines} rowKey={(line) => String(line.line)} />
    </>
  )
}

function ComesTo({ line, kind }: { line: DoneLine; kind: ListKind }) {
  const t = useT()
  if (line.refused !== null || line.state === null)
    return (
      <span className="flex items-start gap-1.5">
        <CircleSlash aria-hidden size={14} className="mt-0.5 shrink-0 text-muted" />
        {line.refused}
      </span>
    )
  const state = t(referralStateWords[line.state])
  if (!line.fresh) return <Badge icon={Equal}>{t(kind === 'leads' ? words.there : words.isAlready, { state })}</Badge>
  if (kind === 'outcomes') return <Badge tone="accent">{t(words.becomes, { state })}</Badge>
  return line.state === 'review' ? (
    <Badge tone="warning">{t(words.toReview)}</Badge>
  ) : (
    <Badge tone="success" icon={Plus}>
      {t(words.newLead)}
    </Badge>
  )
}
