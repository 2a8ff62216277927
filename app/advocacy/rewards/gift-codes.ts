import { z } from 'zod'

export const mostCodes = 5_000
const longestCode = 100

/** Why a line was not taken in. */
export type CodeFault = 'too_long' | 'not_one' | 'twice' | 'known'
export interface RefusedLine {
  line: number
  why: CodeFault
}

export const listForm = z.object({
  name: z.string().trim().min(1).max(80),
  amount: z.string().max(60).optional(),
  currency: z.string().max(10).optional(),
  warnAt: z.coerce.number().int().min(0).max(mostCodes).default(5),
})

/** Pasted text or a file of codes; both at once are taken one after the other. */
export const codesForm = z.object({ listId: z.string().max(64), codes: z.string().max(1_000_000).default('') })

/**
 * Reads codes, one a line; empty lines are passed over. A cell of a spreadsheet may stand in quotes, and be followed by
 * empty cells.
 * @returns the codes with their line numbers from 1, and lines that hold none or the code of a line before
 */
export function readCodes(text: string): { codes: { line: number; code: string }[]; refused: RefusedLine[] } {
  const refused: RefusedLine[] = []
  const codes: { line: number; code: string }[] = []
  const seen = new Set<string>()
  text
    .replace(/^\ufeff/, '')
    .split(/\r\n|\r|\n/)
    .forEach((raw, i) => {
      const code = raw.normalize('NFKC').trim().replace(/[,;\t]+$/, '').replace(/^"(.*)"$/, '$1').trim() // prettier-ignore
      const line = i + 1
      if (code === '') return
      if (code.length > longestCode) refused.push({ line, why: 'too_long' })
      else if (!/^[\x21-\x7e]+( [\x21-\x7e]+)*$/.test(code) || /[",;]/.test(code))
        refused.push({ line, why: 'not_one' })
      else if (seen.has(code)) refused.push({ line, why: 'twice' })
      else {
        seen.add(code)
        codes.push({ line, code })
      }
    })
  return { codes, refused }
}

/** A code as it may be seen by others: `•••• 4F2K`. Of a short one nothing is shown. */
export const maskedCode = (tail: string): string => `••••${tail && ` ${tail}`}`

/** What of a code may be seen: its last four characters where at least eight more stay hidden. */
export const tailOf = (code: string): string => (code.length >= 12 ? code.slice(-4) : '')
