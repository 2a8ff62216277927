import { wide } from '#app/accounts/import/read.ts'

/** `1,234.50` or `1.234,50`: the sign before the decimals. */
export const numberStyles = ['point', 'comma'] as const
export type NumberStyle = (typeof numberStyles)[number]
export const isNumberStyle = (text: unknown): text is NumberStyle => (numberStyles as readonly unknown[]).includes(text)

const written: Record<NumberStyle, RegExp> = {
  point: /^(-?)([1-9]\d{0,2}(?:,\d{3})+|\d+)(?:\.(\d+))?$/,
  comma: /^(-?)([1-9]\d{0,2}(?:\.\d{3})+|\d+)(?:,(\d+))?$/,
}

/** Without spaces of any width and Swiss apostrophes; `(5)`, `5-`, `△5`, `▲5` and `−5` as `-5`. */
function bare(text: string): string {
  const given = wide(text).replace(/[\s'’]/g, '')
  const inside = /^\((.+)\)$/.exec(given)?.[1] ?? /^(?:[△▲−-]|▵)(.+)$/.exec(given)?.[1] ?? /^(.+)-$/.exec(given)?.[1]
  return inside === undefined ? given : `-${inside}`
}

function inStyle(given: string, style: NumberStyle): string | null {
  const found = written[style].exec(given)
  if (!found) return null
  const whole = found[2]!.replace(/[.,]/g, '')
  return `${found[1]}${whole}${found[3] === undefined ? '' : `.${found[3]}`}`
}

/**
 * Digits with a point, from a number with thousands separators or without. `1,200` is twelve hundred unless the column
 * says otherwise; `1.200` by itself could be either.
 * @returns null when it isn't a number, 'ambiguous' when it could be two
 */
export function plainNumber(text: string, style: NumberStyle | null): string | 'ambiguous' | null {
  const given = bare(text)
  if (style) return inStyle(given, style)
  const point = inStyle(given, 'point')
  const comma = inStyle(given, 'comma')
  if (point === null || comma === null || point === comma) return point ?? comma
  return given.includes(',') ? point : 'ambiguous'
}

/** Looks at every number of a column, to tell which sign stands before the decimals. */
export class NumberEvidence {
  #total = 0
  #doubtful = false
  readonly #can: Record<NumberStyle, number> = { point: 0, comma: 0 }
  /** Readings with three decimals: likelier a thousands separator. */
  readonly #odd: Record<NumberStyle, number> = { point: 0, comma: 0 }
  readonly #only: Partial<Record<NumberStyle, string>> = {}

  see(text: string) {
    const given = bare(text.replace(/[¥￥円$€£₩]|[A-Za-z]{3}|(?:百万|[千万億])/g, ''))
    const read = numberStyles.map((style) => inStyle(given, style))
    if (read.every((value) => value === null)) return
    this.#total++
    numberStyles.forEach((style, i) => {
      if (read[i] === null) return
      this.#can[style]++
      if (/\.\d{3}$/.test(read[i]!)) this.#odd[style]++
      if (read[1 - i] === null) this.#only[style] ??= text.trim()
    })
    if (read[0] !== null && read[1] !== null && read[0] !== read[1]) this.#doubtful = true
  }

  /** The style that reads all of them, or most plausibly; null when there is nothing to tell. */
  verdict(): { style: NumberStyle; because?: string } | null {
    if (!this.#doubtful) return null
    const fits = numberStyles.filter((style) => this.#can[style] === this.#total)
    const [first, second] = fits
    if (!first) return null
    if (!second) return { style: first, ...(this.#only[first] && { because: this.#only[first] }) }
    if (this.#odd.point === this.#odd.comma) return null
    return { style: this.#odd.point < this.#odd.comma ? 'point' : 'comma' }
  }
}
