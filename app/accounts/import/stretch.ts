import type { Line } from '#app/accounts/import/read-lines.ts'

/** Bytes of a file that are sorted together, roughly: they are held in memory while they are written. */
const bytesTogether = 6_000_000
const mostTogether = 50_000
/** Lines of a file from which sorting pays. */
const worthwhile = 2_000

/** Such a cell is refused where it means something, so it may be dropped here. */
const hasBreak = (cell: string) => cell.includes('\0')

/** How many lines to sort together, a whole number of batches; undefined where sorting saves nothing. */
export function stretchFor(lines: number, bytes: number, batch: number): number | undefined {
  if (lines < worthwhile) return undefined
  const some = Math.min(mostTogether, bytesTogether / Math.max(1, bytes / lines))
  return Math.max(1, Math.floor(some / batch)) * batch
}

/** What a line needs to be written, and whether it is. */
interface Entry {
  key: string
  at: number
  line: number
  start: number
  /** Equal to `start` for a line that was refused. */
  end: number
}

/**
 * Lines packed into one buffer that every stretch uses again: as strings they would weigh ten times as much, and stay
 * until the next large collection.
 */
export class Stretch {
  #bytes = Buffer.alloc(1 << 20)
  #used = 0
  #entries: Entry[] = []

  get length() {
    return this.#entries.length
  }

  /** `cells` null: the line was refused, and keeps its place only. */
  add(line: number, key: string, cells: string[] | null) {
    const start = this.#used
    if (cells) {
      const text = (cells.some(hasBreak) ? cells.map((cell) => (hasBreak(cell) ? '' : cell)) : cells).join('\0')
      const most = start + text.length * 3
      if (most > this.#bytes.length) {
        const larger = Buffer.alloc(Math.max(most, this.#bytes.length * 2))
        this.#bytes.copy(larger, 0, 0, start)
        this.#bytes = larger
      }
      this.#used += this.#bytes.write(text, start)
    }
    this.#entries.push({ key, at: this.#entries.length, line, start, end: this.#used })
  }

  /** By key; lines of one key stay in their order. */
  sort() {
    this.#entries.sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : a.at - b.at))
  }

  /** The accepted lines from one place in the order to another. */
  slice(from: number, to: number): Line[] {
    return this.#entries.slice(from, to).flatMap(({ line, start, end }) => {
      if (start === end) return []
      return { line, cells: this.#bytes.toString('utf8', start, end).split('\0') }
    })
  }

  clear() {
    this.#entries = []
    this.#used = 0
  }
}
