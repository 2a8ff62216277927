import { cleanText } from '#app/platform/text.ts'

const MB = 1024 * 1024
/** Files that one mail, or one upload, may carry. */
export const mostFiles = 5
export const mostFileBytes = 5 * MB
export const mostBytesTogether = 10 * MB
/** Files that one case keeps. */
export const mostOnCase = 50
/** For the form around them, too. */
export const mostBody = mostBytesTogether + MB
const longestName = 120

/** What may be sent and kept: by the end of its name, for what a browser says of a file is whatever it likes. */
const kinds: Record<string, string> = {
  pdf: 'application/pdf',
  png: 'image/png',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  gif: 'image/gif',
  webp: 'image/webp',
  txt: 'text/plain',
  csv: 'text/csv',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  pptx: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
  odt: 'application/vnd.oasis.opendocument.text',
  ods: 'application/vnd.oasis.opendocument.spreadsheet',
}

/** For the browser's file dialog. */
export const acceptedFiles = Object.keys(kinds)
  .map((end) => `.${end}`)
  .join(',')

export interface GivenFile {
  name: string
  content: Uint8Array
}

const endOf = (name: string) => /\.([a-z0-9]{1,5})$/i.exec(name)?.[1]?.toLowerCase() ?? ''

export const mimeOf = (name: string): string | null => kinds[endOf(name)] ?? null

/** A name as it may stand in a header, on a disk and on a page: no folders, no control characters, never hidden, not long. */
export function safeName(name: string): string {
  const last = name.split(/[/\\]/).at(-1) ?? ''
  const clean = (cleanText(last) ?? '')
    .replace(/[<>:"|?*;\u2028\u2029\n\t]+/g, '_')
    .replace(/\s+/g, ' ')
    .replace(/^[.\s]+/, '')
  const end = endOf(clean)
  const stem = end ? clean.slice(0, -end.length - 1) : clean
  return `${[...stem].slice(0, longestName).join('').trim() || 'file'}${end ? `.${end}` : ''}`
}

export type FileFault = 'files_many' | 'file_large' | 'files_large' | 'file_kind' | 'file_empty'

/** The first thing that is wrong with some files; null when they may go. */
export function fileFault(list: readonly { name: string; content: { byteLength: number } }[]): FileFault | null {
  if (list.length > mostFiles) return 'files_many'
  if (list.some(({ name }) => mimeOf(safeName(name)) === null)) return 'file_kind'
  if (list.some(({ content }) => content.byteLength === 0)) return 'file_empty'
  if (list.some(({ content }) => content.byteLength > mostFileBytes)) return 'file_large'
  const all = list.reduce((sum, { content }) => sum + content.byteLength, 0)
  return all > mostBytesTogether ? 'files_large' : null
}
