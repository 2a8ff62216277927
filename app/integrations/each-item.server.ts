import { z } from '#app/integrations/zod.ts'
import { pointer, type Fault } from '#app/platform/http/problem.ts'
import { Invalid, Refusal } from '#app/platform/errors.ts'
import { translate, type Locale, type Word } from '#app/platform/words.ts'

export interface ItemOutcome {
  /** Place in `items`, from 0. */
  index: number
  status: string
  id?: string
  /** Why it was rejected; the same in every language. */
  code?: string
  detail?: string
  errors?: Fault[]
}

/** What an item came to, without its place. */
export type Came = Omit<ItemOutcome, 'index'>

/** In which language, and in what words, a refusal is said. */
export interface Saying {
  locale: Locale
  words: Record<string, Word>
}

/**
 * Does the same to each item, one after the other: what is wrong with one, or is refused, is its own outcome and stops no
 * other. The reply of a call of which some were rejected is a 207.
 */
export async function eachItem<T>(
  items: unknown[],
  schema: z.ZodType<T>,
  saying: Saying,
  run: (item: T) => Promise<Came>,
): Promise<{ status: number; body: { results: ItemOutcome[] } }> {
  const results: ItemOutcome[] = []
  for (const [index, raw] of items.entries()) {
    const read = schema.safeParse(raw)
    results.push({
      index,
      ...(read.success ? await orRefused(saying, () => run(read.data)) : unreadable(saying, read.error)),
    })
  }
  return { status: results.some((one) => one.status === 'rejected') ? 207 : 200, body: { results } }
}

async function orRefused(saying: Saying, run: () => Promise<Came>): Promise<Came> {
  try {
    return await run()
  } catch (error) {
    if (error instanceof z.ZodError) return unreadable(saying, error)
    if (!(error instanceof Refusal) || error.status >= 500) throw error
    const say = (code: string) => sayWord(saying, code, error.values)
    const fields = error instanceof Invalid ? Object.entries(error.fields) : []
    return {
      status: 'rejected',
      code: error.code,
      detail: say(error.code),
      ...(fields.length && {
        errors: fields.map(([field, code]) => ({
          field: field.startsWith('/') ? field : `/${field}`,
          detail: say(code),
        })),
      }),
    }
  }
}

const unreadable = (saying: Saying, error: z.ZodError): Came => ({
  status: 'rejected',
  code: 'bad_fields',
  detail: sayWord(saying, 'bad_fields'),
  errors: error.issues.slice(0, 20).map((issue) => ({
    field: pointer([...issue.path, ...(issue.code === 'unrecognized_keys' ? issue.keys.slice(0, 1) : [])]),
    detail: issue.message,
  })),
})

function sayWord({ locale, words }: Saying, code: string, values: Record<string, string | number> = {}): string {
  const word = words[code]
  return word ? translate(locale, word, values) : code
}
