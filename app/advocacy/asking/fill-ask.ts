/** What the words of an ask leave open: who is asked, our name as customers know it, and who asks. */
export interface AskValues {
  name: string
  company: string
  sender: string
}

const variable = /\{\s*([a-z_]+)\s*\}/g

/** Puts the values in, once: what a value itself looks like is never read again. An unknown variable stays as it stands. */
export const fillAsk = (text: string, values: AskValues): string =>
  text.replace(variable, (whole, name: string) =>
    Object.hasOwn(values, name) ? values[name as keyof AskValues] : whole,
  )

/** The variables of a text that are none, each once: such a text is not sent. */
export const unknownVariables = (text: string): string[] => [
  ...new Set(
    [...text.matchAll(variable)].flatMap(([, name]) =>
      name === 'name' || name === 'company' || name === 'sender' ? [] : [name!],
    ),
  ),
]
