import { safeName } from '#app/cases/files/case-file.ts'

/** Bytes of a signed document. */
export const mostDocument = 10 * 1024 * 1024
/** For the form around it, too. */
export const mostDocumentBody = mostDocument + 64 * 1024

const kinds = {
  pdf: { mime: 'application/pdf', starts: [0x25, 0x50, 0x44, 0x46, 0x2d] },
  png: { mime: 'image/png', starts: [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a] },
  jpg: { mime: 'image/jpeg', starts: [0xff, 0xd8, 0xff] },
} as const

/** For the browser's file dialog. */
export const acceptedDocuments = '.pdf,.png,.jpg,.jpeg'

type DocumentFault = 'document_kind' | 'document_large' | 'document_empty'

/**
 * What a document is by its first bytes, under a name that says so: neither its name nor its sender is believed. Nothing looks
 * for viruses in it.
 */
export function readDocument(given: {
  name: string
  content: Uint8Array
}): { name: string; mime: string } | { fault: DocumentFault } {
  const { content } = given
  if (content.byteLength === 0) return { fault: 'document_empty' }
  if (content.byteLength > mostDocument) return { fault: 'document_large' }
  const found = Object.entries(kinds).find(([, { starts }]) => starts.every((byte, at) => content[at] === byte))
  if (!found) return { fault: 'document_kind' }
  const [end, { mime }] = found
  const stem = safeName(given.name).replace(/\.[a-z0-9]{1,5}$/i, '')
  return { name: `${stem}.${end}`, mime }
}
