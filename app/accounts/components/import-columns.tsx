import { Form } from '@remix-run/react'
import type { ReactNode } from 'react'
import { fieldWords } from '#app/accounts/field-words.ts'
import { ImportForm, type ImportFormProps } from '#app/accounts/components/import-form.tsx'
import { dateOrders } from '#app/accounts/import/form.ts'
import { fieldsOf, type ImportField, type ImportKind } from '#app/accounts/import/fields.ts'
import { importFormWords as formWords } from '#app/accounts/import-form-words.ts'
import { importWords as words } from '#app/accounts/import-words.ts'
import { Button, ButtonRow, useBusy } from '#app/ui/button.tsx'
import { Notice } from '#app/ui/card.tsx'
import { useT } from '#app/ui/locale.tsx'
import { controlLook } from '#app/ui/field.tsx'

const groupWords = { answer: words.ofAnswer, account: words.ofAccount, contact: words.ofContact }

export interface ImportColumnsProps extends ImportFormProps {
  kind: ImportKind
  header: string[]
  samples: string[][]
  mapping: Record<string, string>
  /** Columns with dates of three numbers, or whose order somebody chose. */
  dateColumns: number[]
  dates: Record<string, string>
  /** The file whose columns were taken over. */
  mappedFrom: string | null
  children?: ReactNode
}

/** What each column holds, with values of the file beside it; a guess to begin with. */
export function ImportColumns(props: ImportColumnsProps) {
  const { kind, header, samples, mapping, dateColumns, dates, mappedFrom, children, ...form } = props
  const t = useT()
  const busy = useBusy()
  const cell = 'px-3 py-2 text-left align-top max-sm:block max-sm:px-0 max-sm:py-1'
  const groups = (['answer', 'account', 'contact'] as const)
    .map((of) => ({ of, fields: fieldsOf[kind][of] as readonly ImportField[] }))
    .filter(({ fields }) => fields.length)
  return (
    <Form method="post" className="flex flex-col gap-4">
      <ImportForm {...form} />
      {mappedFrom ? <Notice tone="info">{t(formWords.mappedFrom, { file: mappedFrom })}</Notice> : null}
      {children}
      <table className="w-full text-sm max-sm:block">
        <caption className="sr-only">{t(words.columnsTitle)}</caption>
        <thead className="bg-sunken text-xs text-muted max-sm:hidden">
          <tr>
            <th scope="col" className={cell}>
              {t(words.header)}
            </th>
            <th scope="col" className={cell}>
              {t(words.meaning)}
            </th>
            <th scope="col" className={cell}>
              {t(words.examples)}
            </th>
          </tr>
        </thead>
        <tbody className="max-sm:block">
          {header.map((name, index) => (
            <tr key={index} className="border-t border-line max-sm:block max-sm:py-2">
              <th scope="row" className={`${cell} w-1/4 font-medium break-words`}>
                {name || t(words.column, { n: index + 1 })}
              </th>
              <td className={`${cell} w-1/3`}>
                <select
                  name="fields"
                  defaultValue={mapping[index] ?? ''}
                  aria-label={t(words.meaning) + ': ' + (name || t(words.column, { n: index + 1 }))}
                  className={`${controlLook} min-h-9`}
                >
                  <option value="">{t(words.leaveOut)}</option>
                  {groups.map(({ of, fields }) => (
                    <optgroup key={of} label={t(groupWords[of])}>
                      {fields.map((field) => (
                        <option key={field} value={field}>
                          {t(fieldWords[field])}
                        </option>
                      ))}
                    </optgroup>
                  ))}
                </select>
                {dateColumns.includes(index) ? (
                  <select
                    name="dates"
                    defaultValue={dates[index] ?? ''}
                    aria-label={t(formWords.dateOrder) + ': ' + (name || t(words.column, { n: index + 1 }))}
                    className={`${controlLook} mt-1 min-h-9`}
                  >
                    <option value="">{t(formWords.byColumn)}</option>
                    {dateOrders.map((order) => (
                      <option key={order} value={order}>
                        {t(formWords[order])}
                      </option>
                    ))}
                  </select>
                ) : (
                  <input type="hidden" name="dates" value="" />
                )}
              </td>
              <td className={`${cell} text-muted`}>
                <ul>
                  {samples.map((cells, row) =>
                    cells[index] ? (
                      <li key={row} className="line-clamp-1 break-all">
                        {cells[index].slice(0, 80)}
                      </li>
                    ) : null,
                  )}
                </ul>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <ButtonRow>
        <Button variant="primary" name="intent" value="check" busy={busy}>
          {t(words.check)}
        </Button>
        <span className="text-xs text-muted">{t(words.checkHint)}</span>
      </ButtonRow>
    </Form>
  )
}
