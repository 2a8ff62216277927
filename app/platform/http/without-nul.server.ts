import { Transform } from 'node:stream'

/**
 * Drops NUL bytes on their way. React 18 leaves one in its output where a character of several bytes doesn't fit the end
 * of its buffer; in an attribute or a text field the browser would show, and send back, a replacement character.
 */
export const withoutNul = () =>
  new Transform({
    transform(chunk: Buffer, _, done) {
      done(null, chunk.includes(0) ? chunk.filter((byte) => byte !== 0) : chunk)
    },
  })
