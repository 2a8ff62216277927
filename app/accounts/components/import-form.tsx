import { importFormWords as formWords } from '#app/accounts/import-form-words.ts'
import { importWords as words } from '#app/accounts/import-words.ts'
import { mostHeaderRows } from '#app/accounts/import/form.ts'
import { Button } from '#app/ui/button.tsx'
import { Select } from '#app/ui/field.tsx'
import { useT } from '#app/ui/locale.tsx'

export interface ImportFormProps {
  encoding: string | null
  delimiter: string | null
  headerAt: number
  headerRows: number
  /** The first records of the file. */
  top: string[][]
}

/** Encoding, separator and header of a file, and a button that shows it read like that. */
export function ImportForm({ encoding, delimiter, headerAt, headerRows, top }: ImportFormProps) {
  const t = useT()
  return (
    <fieldset className="flex flex-col gap-3">
      <legend className="sr-only">{t(formWords.howWritten)}</legend>
      <div className="grid items-end gap-4 sm:grid-cols-2 lg:grid-cols-4">
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
        <Select
          name="headerAt"
          label={t(formWords.headerAt)}
          hint={t(formWords.headerAtHint)}
          defaultValue={String(headerAt)}
          options={top.map((cells, i) => ({
            value: String(i),
            label: t(formWords.headerLine, { n: i + 1, text: cells.join(', ').slice(0, 60) }),
          }))}
        />
        <Select
          name="headerRows"
          label={t(formWords.headerRows)}
          hint={t(formWords.headerRowsHint)}
          defaultValue={String(headerRows)}
          options={Array.from({ length: mostHeaderRows }, (_, i) => ({
            value: String(i + 1),
            label: t(formWords.rows, { n: i + 1 }),
          }))}
        />
      </div>
      <div>
        <Button name="intent" value="read" size="sm">
          {t(formWords.readAgain)}
        </Button>
      </div>
    </fieldset>
  )
}
