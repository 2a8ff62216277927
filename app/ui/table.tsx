import { Link } from '@remix-run/react'
import { ArrowDown, ArrowUp } from 'lucide-react'
import type { ReactNode } from 'react'
import { join } from '#app/ui/join.ts'
import { useListKeys } from '#app/ui/list-keys.ts'
import { useT } from '#app/ui/locale.tsx'
import { useHref } from '#app/ui/search.ts'
import { uiWords } from '#app/ui/words.ts'

export interface Column<Row> {
  key: string
  head: string
  cell: (row: Row) => ReactNode
  /** Numbers stand right. */
  align?: 'right'
  /** The word of this column in `?sort=`; a leading `-` means falling. */
  sort?: string
  /** What names the row: its title on a phone, and its row header. */
  main?: boolean
  /** Left out on phones. */
  wide?: boolean
}

export interface TableProps<Row> {
  /** What the table holds, for screen readers. */
  caption: string
  columns: Column<Row>[]
  rows: readonly Row[]
  rowKey: (row: Row) => string
  /** The current `?sort=`. */
  sort?: string
  /** A checkbox before each row, posted as `name` = row key with the form whose id is `form`. */
  select?: { name: string; form: string; label: (row: Row) => string }
}

/** Rows and columns; on phones every row becomes a card. `j` and `k` move from row to row, `x` ticks one. */
export function Table<Row>({ caption, columns, rows, rowKey, sort, select }: TableProps<Row>) {
  const list = useListKeys<HTMLTableSectionElement>()
  return (
    <div className="rounded border border-line bg-surface max-sm:border-0 max-sm:bg-transparent sm:overflow-x-auto">
      <table role="table" className="w-full border-collapse text-sm max-sm:block">
        <caption className="sr-only">{caption}</caption>
        <thead role="rowgroup" className="bg-sunken text-xs text-muted max-sm:sr-only">
          <tr role="row">
            {select ? <SelectAll select={select} /> : null}
            {columns.map((column) => (
              <Head key={column.key} column={column} sort={sort} />
            ))}
          </tr>
        </thead>
        <tbody ref={list} role="rowgroup" className="max-sm:flex max-sm:flex-col max-sm:gap-2">
          {rows.map((row) => (
            <tr role="row" key={rowKey(row)} className="row">
              {select ? (
                <td
                  role="cell"
                  className="w-8 py-2 pl-3 max-sm:absolute max-sm:top-3 max-sm:right-3 max-sm:z-10 max-sm:w-auto max-sm:p-0"
                >
                  <input
                    type="checkbox"
                    name={select.name}
                    value={rowKey(row)}
                    form={select.form}
                    aria-label={select.label(row)}
                    className="size-4 accent-accent"
                  />
                </td>
              ) : null}
              {columns.map((column) => (
                <Cell key={column.key} column={column} row={row} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function Cell<Row>({ column, row }: { column: Column<Row>; row: Row }) {
  const Tag = column.main ? 'th' : 'td'
  return (
    <Tag
      role={column.main ? 'rowheader' : 'cell'}
      scope={column.main ? 'row' : undefined}
      data-head={column.main ? undefined : column.head}
      className={join('cell', column.align === 'right' && 'sm:text-right', column.wide && 'max-sm:hidden')}
    >
      {column.cell(row)}
    </Tag>
  )
}

function Head<Row>({ column, sort }: { column: Column<Row>; sort: string | undefined }) {
  const t = useT()
  const href = useHref()
  const rising = column.sort !== undefined && sort === column.sort
  const falling = column.sort !== undefined && sort === `-${column.sort}`
  return (
    <th
      role="columnheader"
      scope="col"
      aria-sort={rising ? 'ascending' : falling ? 'descending' : undefined}
      className={join('h-9 px-3 font-medium whitespace-nowrap', column.align === 'right' ? 'text-right' : 'text-left')}
    >
      {column.sort === undefined ? (
        column.head
      ) : (
        <Link
          to={href({ sort: rising ? `-${column.sort}` : column.sort, after: null, before: null })}
          title={t(uiWords.sortBy, { name: column.head })}
          className="inline-flex items-center gap-1 hover:text-accent"
        >
          {column.head}
          {rising ? <ArrowUp aria-hidden size={12} /> : falling ? <ArrowDown aria-hidden size={12} /> : null}
        </Link>
      )}
    </th>
  )
}

function SelectAll({ select }: { select: { name: string; form: string } }) {
  const t = useT()
  return (
    <th role="columnheader" scope="col" className="w-8 pl-3 text-left">
      <input
        type="checkbox"
        aria-label={t(uiWords.selectAll)}
        className="size-4 accent-accent"
        onChange={(event) => {
          const boxes =
            event.currentTarget.closest('table')?.querySelectorAll<HTMLInputElement>('tbody input[type=checkbox]') ?? []
          for (const box of boxes) if (box.name === select.name) box.checked = event.currentTarget.checked
        }}
      />
    </th>
  )
}
