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

/** Bytes of a key that count, in numbers of six bytes: longer names differ within a page or two of an index. */
const keyBytes = 18
const perKey = keyBytes / 6

/**
 * Lines packed into buffers that every stretch uses again: as objects and strings they would weigh ten times as much, and
 * stay until the next large collection.
 */
export class Stretch {
  #bytes = Buffer.alloc(1 << 20)
  #used = 0
  #numbers = new Uint32Array(1 << 10)
  /** Where each line ends in the bytes; one that was refused ends where it begins. */
  #ends = new Uint32Array(1 << 10)
  #keys = new Float64Array(perKey << 10)
  #key = Buffer.alloc(keyBytes)
  #order = new Uint32Array(0)
  length = 0

  /** `cells` null: the line was refused, and keeps its place only. */
  add(line: number, key: string, cells: string[] | null) {
    const at = this.length++
    if (at === this.#numbers.length) {
      this.#numbers = larger(this.#numbers)
      this.#ends = larger(this.#ends)
      this.#keys = larger(this.#keys)
    }
    this.#numbers[at] = line
    this.#key.fill(0).write(key)
    for (let i = 0; i < perKey; i++) this.#keys[at * perKey + i] = this.#key.readUIntBE(i * 6, 6)
    if (cells) this.#pack((cells.some(hasBreak) ? cells.map((cell) => (hasBreak(cell) ? '' : cell)) : cells).join('\0'))
    this.#ends[at] = this.#used
  }

  #pack(text: string) {
    const most = this.#used + text.length * 3
    if (most > this.#bytes.length) {
      const bytes = Buffer.alloc(Math.max(most, this.#bytes.length * 2))
      this.#bytes.copy(bytes, 0, 0, this.#used)
      this.#bytes = bytes
    }
    this.#used += this.#bytes.write(text, this.#used)
  }

  /** By key; lines of one key stay in their order. */
  sort() {
    const keys = this.#keys
    this.#order = Uint32Array.from({ length: this.length }, (_, i) => i).sort((a, b) => {
      for (let i = 0; i < perKey; i++) {
        const difference = keys[a * perKey + i]! - keys[b * perKey + i]!
        if (difference) return difference
      }
      return a - b
    })
  }

  /** The accepted lines from one place in the order to another. */
  slice(from: number, to: number): Line[] {
    const lines: Line[] = []
    for (const at of this.#order.subarray(from, to)) {
      const start = at ? this.#ends[at - 1]! : 0
      const end = this.#ends[at]!
      if (start < end)
        lines.push({ line: this.#numbers[at]!, cells: this.#bytes.toString('utf8', start, end).split('\0') })
    }
    return lines
  }

  clear() {
    this.length = 0
    this.#used = 0
  }
}

function larger<List extends Uint32Array | Float64Array>(list: List): List {
  const twice = new (list.constructor as new (length: number) => List)(list.length * 2)
  twice.set(list)
  return twice
}
