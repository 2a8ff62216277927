import { stringify } from 'csv-stringify/sync'
import type { Cell, ExportColumn, Show } from '#app/audit/export/export-list.ts'
import { yesNoWords } from '#app/audit/export/words.ts'
import { disarm } from '#app/platform/formula.ts'
import { encodeShiftJis, fitShiftJis } from '#app/platform/shift-jis.server.ts'
import type { ExportFormat } from '#db/enums/audit.ts'

/** Turns rows into the bytes of one file. */
export interface RowWriter<Row> {
  type: string
  extension: 'csv' | 'json'
  head: () => Buffer
  rows: (rows: Row[]) => Buffer
  foot: () => Buffer
  /** Characters that the encoding lacks, and the rows they stood in. */
  readonly replaced: number
  readonly replacedRows: number
}

const nothing = Buffer.alloc(0)

export function rowWriter<Row>(
  format: ExportFormat,
  columns: readonly ExportColumn<Row>[],
  show: Show,
): RowWriter<Row> {
  return format === 'json' ? jsonWriter(columns, show) : csvWriter(format, columns, show)
}

function jsonWriter<Row>(columns: readonly ExportColumn<Row>[], show: Show): RowWriter<Row> {
  let first = true
  return {
    type: 'application/json; charset=utf-8',
    extension: 'json',
    head: () => Buffer.from('['),
    rows(rows) {
      let text = ''
      for (const row of rows) {
        const item: Record<string, Cell> = {}
        for (const column of columns) item[column.key] = column.value(row, show) ?? null
        text += `${first ? '\n' : ',\n'}${JSON.stringify(item)}`
        first = false
      }
      return Buffer.from(text)
    },
    foot: () => Buffer.from(first ? ']\n' : '\n]\n'),
    replaced: 0,
    replacedRows: 0,
  }
}

function csvWriter<Row>(format: 'csv' | 'sjis', columns: readonly ExportColumn<Row>[], show: Show): RowWriter<Row> {
  const sjis = format === 'sjis'
  const encode = sjis ? encodeShiftJis : (text: string) => Buffer.from(text)
  const lines = (cells: string[][]) => encode(stringify(cells, { record_delimiter: '\r\n' }))
  const counted = { replaced: 0, replacedRows: 0 }
  /** Fitted before it is disarmed: a full-width minus may come out of a sign that Shift_JIS lacks. */
  const safe = (text: string, count: (n: number) => void) => {
    if (!sjis) return disarm(text)
    const fitted = fitShiftJis(text)
    count(fitted.replaced)
    return disarm(fitted.text)
  }
  const line = (row: Row) => {
    let lacking = 0
    const cells = columns.map((column) => {
      const word = column.word?.(row)
      const value = word ? show.t(word) : column.value(row, show)
      if (typeof value === 'number') return String(value)
      return safe(textOf(value, show), (n) => (lacking += n))
    })
    if (lacking) {
      counted.replaced += lacking
      counted.replacedRows++
    }
    return cells
  }
  return {
    type: `text/csv; charset=${sjis ? 'Shift_JIS' : 'utf-8'}; header=present`,
    extension: 'csv',
    head: () =>
      Buffer.concat([
        sjis ? nothing : Buffer.from('\ufeff'),
        lines([columns.map((column) => safe(show.t(column.head), () => {}))]),
      ]),
    rows: (rows) => (rows.length ? lines(rows.map(line)) : nothing),
    foot: () => nothing,
    get replaced() {
      return counted.replaced
    },
    get replacedRows() {
      return counted.replacedRows
    },
  }
}

function textOf(value: Exclude<Cell, number>, show: Show): string {
  if (value === null || value === undefined) return ''
  if (typeof value === 'boolean') return show.t(value ? yesNoWords.yes : yesNoWords.no)
  return typeof value === 'string' ? value : value.join('; ')
}
