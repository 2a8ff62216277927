import { Form } from '@remix-run/react'
import { Check, CircleSlash, MailPlus } from 'lucide-react'
import { RefusedAsks, type RefusedAsk } from '#app/advocacy/components/refused-asks.tsx'
import { RejectedLines } from '#app/advocacy/components/rejected-lines.tsx'
import { askingWords, blockWords } from '#app/advocacy/asking/words.ts'
import type { CheckedLine } from '#app/advocacy/lists/check-ask-list.server.ts'
import { mostAtOnce, type ListedPerson } from '#app/advocacy/lists/listed-people.ts'
import { lineFaultWords, listWords as words } from '#app/advocacy/lists/words.ts'
import { Badge } from '#app/ui/badge.tsx'
import { Button, LinkButton, useBusy } from '#app/ui/button.tsx'
import { Notice } from '#app/ui/card.tsx'
import { useT } from '#app/ui/locale.tsx'
import { Table, type Column } from '#app/ui/table.tsx'

type Outcome =
  | { step: 'checked'; lines: CheckedLine[] }
  | { step: 'refused'; refused: (RefusedAsk & { name: string })[]; some: boolean }

const able = (line: CheckedLine) => line.fault === null && line.blocks.length === 0

/** A list of people line by line: who can be asked, who can't and why, and the way on. */
export function CheckedAsks({ action, of }: { action: string; of: Outcome }) {
  const t = useT()
  if (of.step === 'refused')
    return (
      <Notice tone={of.some ? 'info' : 'warning'}>
        <RefusedAsks refused={of.refused} nameOf={(id) => of.refused.find((one) => one.contactId === id)?.name ?? id} />
        {of.some ? <LinkButton to="/asks/write">{t(askingWords.compose)}</LinkButton> : null}
      </Notice>
    )
  return <Checked action={action} lines={of.lines} />
}

function Checked({ action, lines }: { action: string; lines: CheckedLine[] }) {
  const t = useT()
  const busy = useBusy()
  const can = lines.filter(able)
  const people = can.slice(0, mostAtOnce).flatMap((line): ListedPerson[] =>
    line.person ? [{ contactId: line.person.id, name: line.person.name, words: line.words }] : [],
  ) // prettier-ignore
  const why = (line: CheckedLine) =>
    line.fault ? [t(lineFaultWords[line.fault])] : line.blocks.map((block) => t(blockWords[block]))
  const columns: Column<CheckedLine>[] = [
    {
      key: 'person',
      head: t(words.person),
      main: true,
      cell: (line) => (
        <span className="flex flex-col">
          <span className="font-medium break-words">{line.person?.name ?? line.named}</span>
          <span className="text-xs font-normal break-all text-muted">
            {line.person ? (line.person.account ?? line.named) : null}
          </span>
        </span>
      ),
    },
    {
      key: 'outcome',
      head: t(words.outcome),
      cell: (line) =>
        able(line) ? (
          <Badge tone="success" icon={Check}>
            {t(words.canBeAsked)}
          </Badge>
        ) : (
          <ul className="flex flex-col gap-1">
            {why(line).map((text) => (
              <li key={text} className="flex items-start gap-1.5">
                <CircleSlash aria-hidden size={14} className="mt-0.5 shrink-0 text-muted" />
                {text}
              </li>
            ))}
          </ul>
        ),
    },
    { key: 'words', head: t(words.words), cell: (line) => (line.words ? t(words.ownWords) : '–') },
    { key: 'line', head: t(words.line), align: 'right', wide: true, cell: (line) => line.line },
  ]
  const rejected = lines.filter((line) => !able(line)).map((line) => [line.named, line.words?.subject ?? '', line.words?.body ?? '', why(line).join('; ')]) // prettier-ignore
  return (
    <>
      <Notice tone={can.length ? 'info' : 'warning'}>
        <p>{t(words.canCount, { can: can.length, cannot: lines.length - can.length })}</p>
        {can.length === 0 ? <p>{t(words.noneCan)}</p> : null}
        {can.length > mostAtOnce ? <p>{t(words.firstFifty, { most: mostAtOnce })}</p> : null}
      </Notice>
      <div className="flex flex-wrap gap-2">
        {people.length ? (
          <Form method="post" action={action}>
            <input type="hidden" name="people" value={JSON.stringify(people)} />
            <Button variant="primary" icon={MailPlus} busy={busy}>
              {t(words.reserve, { n: people.length })}
            </Button>
          </Form>
        ) : null}
        <RejectedLines header={['email', 'subject', 'text', t(words.why)]} rows={rejected} />
      </div>
      <Table caption={t(words.lines)} columns={columns} rows={lines} rowKey={(line) => String(line.line)} />
    </>
  )
}
