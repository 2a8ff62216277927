import { deepestHeader } from '#app/accounts/import/form.ts'
import { headerJoint, headerKey } from '#app/accounts/import/header-key.ts'
import { headerWords } from '#app/accounts/import/header-words.ts'

/** Where a header stands: so many records above it, made of so many. */
export interface HeaderPlace {
  headerAt: number
  headerRows: number
}

const known = new Set(Object.values(headerWords).flatMap((words) => words.map(headerKey)))

const data = /@.+\.|^[¥￥$€£]?\s?-?[\d.,/:年月日%\s-]*\d[\d.,/:年月日%\s-]*(?:円|%)?$/

/**
 * Finds the header below titles and dates of an export, and a second row of it: by the words it is made of, by how much
 * of the width it fills, and by having no data in it. The first line, when nothing speaks against it.
 */
export function findHeader(records: string[][]): HeaderPlace {
  const width = Math.max(1, ...records.map(filled))
  const first = records[0] ?? []
  const sound = filled(first) >= 0.8 * width && !isData(first)
  let best = { headerAt: 0, headerRows: 1 }
  let bestWorth = sound ? worth(first, 0, width) + 4 : worth(first, 0, width)
  for (let at = 0; at < Math.min(deepestHeader, records.length - 1); at++) {
    const row = records[at]!
    if (isData(row)) continue
    const alone = worth(row, at, width)
    if (alone > bestWorth) {
      bestWorth = alone
      best = { headerAt: at, headerRows: 1 }
    }
    const below = records[at + 1]!
    if (isData(below) || at + 2 >= records.length || !fillsGaps(row, below)) continue
    const both = joinHeader([row, below])
    if (knownIn(both) <= Math.max(knownIn(row), knownIn(below)) && !hasTwins(below)) continue
    const together = worth(both, at, width) + (at === 0 && sound ? 4 : 0)
    if (together > bestWorth) {
      bestWorth = together
      best = { headerAt: at, headerRows: 2 }
    }
  }
  return best
}

const filled = (cells: string[]) => cells.filter((cell) => cell.trim() !== '').length
const isData = (cells: string[]) => {
  const full = cells.filter((cell) => cell.trim() !== '')
  return full.length > 0 && full.filter((cell) => data.test(cell.trim())).length / full.length >= 0.3
}
const isKnown = (name: string) => known.has(headerKey(name)) || (name.includes(headerJoint) && name.split(headerJoint).some((part) => known.has(headerKey(part)))) // prettier-ignore
const knownIn = (names: string[]) => names.filter(isKnown).length
const hasTwins = (cells: string[]) => {
  const names = cells.map(headerKey).filter(Boolean)
  return new Set(names).size < names.length
}
const fillsGaps = (above: string[], below: string[]) =>
  below.some((cell, i) => cell.trim() !== '' && (above[i] ?? '').trim() === '')
const worth = (names: string[], at: number, width: number) =>
  knownIn(names) * 2 + (filled(names) / width) * 3 - at * 0.2

/**
 * One name for each column of a header of several rows. A cell above that was merged over several columns stands only in
 * the first of them: it goes for those to its right that have a name below.
 */
export function joinHeader(rows: string[][]): string[] {
  if (rows.length < 2) return (rows[0] ?? []).map((cell) => cell.trim())
  const width = Math.max(...rows.map((row) => row.length))
  const names: string[] = []
  const over = rows.map(() => '')
  for (let column = 0; column < width; column++) {
    const parts: string[] = []
    rows.forEach((row, i) => {
      const cell = (row[column] ?? '').trim()
      const named = rows.slice(i + 1).some((lower) => (lower[column] ?? '').trim() !== '')
      if (cell) {
        over[i] = cell
        for (let lower = i + 1; lower < over.length; lower++) over[lower] = ''
      } else if (!named) over[i] = ''
      const part = i === rows.length - 1 ? cell : cell || over[i]!
      if (part && parts.at(-1) !== part) parts.push(part)
    })
    names.push(parts.join(headerJoint))
  }
  return names
}
