import type { SubmissionResult } from '@conform-to/react'
import { Form } from '@remix-run/react'
import { mostCodes, type RefusedLine } from '#app/advocacy/rewards/gift-codes.ts'
import { codeFaultWords, rewardWords as words } from '#app/advocacy/rewards/words.ts'
import { Button, useBusy } from '#app/ui/button.tsx'
import { Card, Notice } from '#app/ui/card.tsx'
import { FileInput, Input, Select, Textarea } from '#app/ui/field.tsx'
import { useT } from '#app/ui/locale.tsx'

/** So many lines are named; the rest is counted. */
const mostNamed = 20

const wrongOf = (result: SubmissionResult | undefined) => (name: string) => result?.error?.[name]?.join(' ')

/** Which lines were left out, and why; never the codes themselves. */
export function RefusedLines({ added, refused }: { added: number; refused: RefusedLine[] }) {
  const t = useT()
  return (
    <Notice
      tone="warning"
      title={`${t(words.addedCodes, { n: added })} ${t(words.refusedLines, { n: refused.length })}`}
    >
      <ul>
        {refused.slice(0, mostNamed).map(({ line, why }) => (
          <li key={line}>{t(words.refusedLine, { line, why: t(codeFaultWords[why]) })}</li>
        ))}
        {refused.length > mostNamed ? <li>{t(words.moreLines, { n: refused.length - mostNamed })}</li> : null}
      </ul>
    </Notice>
  )
}

/** Pasted or uploaded codes for a list. */
export function AddCodes({
  lists,
  result,
}: {
  lists: { id: string; name: string }[]
  result: SubmissionResult | undefined
}) {
  const t = useT()
  const wrong = wrongOf(result)
  return (
    <Card title={t(words.addCodes)}>
      <Form method="post" encType="multipart/form-data" className="flex flex-col gap-3">
        <Select
          name="listId"
          label={t(words.list)}
          options={lists.map(({ id, name }) => ({ value: id, label: name }))}
        />
        <Textarea
          name="codes"
          label={t(words.pasteCodes)}
          rows={6}
          spellCheck={false}
          autoComplete="off"
          error={wrong('codes')}
        />
        <FileInput name="file" label={t(words.codesFile)} accept=".csv,.txt,text/csv,text/plain" />
        <div>
          <Button busy={useBusy()}>{t(words.addCodes)}</Button>
        </div>
      </Form>
    </Card>
  )
}

/** A new list. */
export function MakeList({ result }: { result: SubmissionResult | undefined }) {
  const t = useT()
  const wrong = wrongOf(result)
  const typed = (name: string, otherwise = '') => {
    const value = result?.initialValue?.[name]
    return typeof value === 'string' ? value : otherwise
  }
  return (
    <Card title={t(words.makeList)}>
      <Form method="post" className="flex flex-col gap-3">
        <Input
          name="name"
          label={t(words.listName)}
          maxLength={80}
          defaultValue={typed('name')}
          error={wrong('name')}
          required
        />
        <div className="grid gap-3 sm:grid-cols-2">
          <Input
            name="amount"
            label={t(words.value)}
            maxLength={60}
            defaultValue={typed('amount')}
            error={wrong('amount')}
          />
          <Input
            name="currency"
            label={t(words.currency)}
            maxLength={10}
            defaultValue={typed('currency')}
            error={wrong('currency')}
          />
        </div>
        <Input
          name="warnAt"
          label={t(words.warnAt)}
          type="number"
          min={0}
          max={mostCodes}
          defaultValue={typed('warnAt', '5')}
          error={wrong('warnAt')}
          className="max-w-40"
        />
        <div>
          <Button busy={useBusy()}>{t(words.makeList)}</Button>
        </div>
      </Form>
    </Card>
  )
}
