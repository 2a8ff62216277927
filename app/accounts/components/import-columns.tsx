import { Form } from '@remix-run/react'
import { fieldWords } from '#app/accounts/field-words.ts'
import { accountFields, contactFields } from '#app/accounts/import/fields.ts'
import { importWords as words } from '#app/accounts/import-words.ts'
import { Button, ButtonRow, useBusy } from '#app/ui/button.tsx'
import { Select } from '#app/ui/field.tsx'
import { useT } from '#app/ui/locale.tsx'
import { controlLook } from '#app/ui/field.tsx'

export interface ImportColumnsProps {
  header: string[]
  samples: string[][]
  mapping: Record<string, string>
  encoding: string | null
  delimiter: string | null
}

/** What each column holds, with values of the file beside it; a guess to begin with. */
export function ImportColumns({ header, samples, mapping, encoding, delimiter }: ImportColumnsProps) {
  const t = useT()
  const busy = useBusy()
  const cell = 'px-3 py-2 text-left align-top max-sm:block max-sm:px-0 max-sm:py-1'
  return (
    <Form method="post" className="flex flex-col gap-4">
      <input type="hidden" name="intent" value="check" />
      <div className="grid gap-4 sm:grid-cols-2">
        <Select
          name="encoding"
          label={t(words.encoding)}
          hint={t(words.garbled)}
          defaultValue={encoding ?? 'utf-8'}
          options={[
            { value: 'utf-8', label: 'UTF-8' },
            { value: 'cp932', label: t(words.sjis) },
            { value: 'windows-1252', label: 'Windows-1252' },
            { value: 'utf-16le', label: 'UTF-16 LE' },
            { value: 'utf-16be', label: 'UTF-16 BE' },
          ]}
        />
        <Select
          name="delimiter"
          label={t(words.delimiter)}
          defaultValue={delimiter ?? ','}
          options={[
            { value: ',', label: t(words.comma) },
            { value: ';', label: t(words.semicolon) },
            { value: '\t', label: t(words.tab) },
          ]}
        />
      </div>
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
                  <optgroup label={t(words.ofAccount)}>
                    {accountFields.map((field) => (
                      <option key={field} value={field}>
                        {t(fieldWords[field])}
                      </option>
                    ))}
                  </optgroup>
                  <optgroup label={t(words.ofContact)}>
                    {contactFields.map((field) => (
                      <option key={field} value={field}>
                        {t(fieldWords[field])}
                      </option>
                    ))}
                  </optgroup>
                </select>
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
        <Button variant="primary" busy={busy}>
          {t(words.check)}
        </Button>
        <span className="text-xs text-muted">{t(words.checkHint)}</span>
      </ButtonRow>
    </Form>
  )
}
