/** What makes a spreadsheet run a cell (OWASP), full-width signs included: Japanese Excel takes them as well. */
const starts = '[=+\\-@\\t\\r\\n\uff1d\uff0b\uff0d\uff20]'
/** Quotes before such a sign count as well, so that undoing never eats one that was there. */
const hostile = new RegExp(`^'*${starts}`)
const disarmed = new RegExp(`^'+${starts}`)

/** Text as it may stand in a cell: one that a spreadsheet would run is led by a quote, which makes it text. */
export const disarm = (text: string): string => (hostile.test(text) ? `'${text}` : text)

/** Takes back what `disarm` did, so that a file of ours comes home unchanged. */
export const undoDisarm = (text: string): string =>
  text.charCodeAt(0) === 0x27 && disarmed.test(text) ? text.slice(1) : text
