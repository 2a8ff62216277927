const marks: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }

// eslint-disable-next-line no-control-regex
const controls = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g

/** Text as it may stand in HTML, between tags or inside a quoted attribute. Control characters are left out. */
export const escapeHtml = (text: string): string =>
  text
    .toWellFormed()
    .replace(controls, '')
    .replace(/[&<>"']/g, (mark) => marks[mark]!)

/** Markup that is safe already, or plain text that must be escaped. */
export type Part = Markup | string | number | null | false | Part[]

export class Markup {
  constructor(readonly text: string) {}
}

/** A template in which every value is escaped unless it is markup itself. */
export function markup(strings: TemplateStringsArray, ...values: Part[]): Markup {
  let text = strings[0]!
  values.forEach((value, i) => (text += plain(value) + strings[i + 1]!))
  return new Markup(text)
}

/** Markup that is ours, say a style sheet: nothing from outside may stand in it. */
export const raw = (text: string): Markup => new Markup(text)

function plain(value: Part): string {
  if (value === null || value === false) return ''
  if (value instanceof Markup) return value.text
  if (Array.isArray(value)) return value.map(plain).join('')
  return escapeHtml(String(value))
}

/* A page is compiled once; what differs from visit to visit goes into slots. No text can contain the mark of one. */
const mark = '\u0001'

/** The place of a value that is known only when the page is filled. */
export const slot = (name: string): Markup => new Markup(mark + name + mark)

export type Fill<Slots extends string> = (values: Record<Slots, string>) => string

/** A page with slots as a function that fills them, escaping every value. */
export function compile<Slots extends string>(page: Markup): Fill<Slots> {
  const parts = page.text.split(mark)
  return (values) => {
    let text = parts[0]!
    for (let i = 1; i < parts.length; i += 2) text += escapeHtml(values[parts[i] as Slots]) + parts[i + 1]!
    return text
  }
}
