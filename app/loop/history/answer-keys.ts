import type { Item } from '#app/accounts/import/fields.ts'
import { KeyTable, NumberList } from '#app/accounts/import/key-table.ts'
import type { PastAnswer } from '#app/loop/history/read-answer.ts'
import { emailKey, fold } from '#app/platform/text.ts'

/**
 * What the answers of a file are known by. By their own id, where they have one; else by who gave them, when, to which
 * program, with which words. Two lines alike are two answers when they may well be (nobody's, or without a comment), and
 * the same one twice when a person has said the same words at the same time.
 */
export class AnswerKeys {
  readonly #known = new KeyTable()
  readonly #first = new NumberList()
  readonly #times = new NumberList()

  constructor(readonly fingerprint: (text: string) => string) {}

  /** Lines must come in the order of the file. */
  meet(line: number, item: Item, answer: PastAnswer): { key: string; sameAs: number | null } {
    const { program, at, score, comment, answerId } = answer
    const person = personOf(item)
    const text = JSON.stringify(answerId ? [program.id, answerId] : [program.id, person, at, score, comment])
    const index = this.#known.get(text)
    if (index === undefined) {
      this.#known.set(text, this.#first.push(line))
      this.#times.push(1)
      return { key: this.#key(text), sameAs: null }
    }
    if (answerId || (person && comment)) return { key: '', sameAs: this.#first.at(index) }
    const times = this.#times.at(index) + 1
    this.#times.put(index, times)
    return { key: this.#key(`${text}#${times}`), sameAs: null }
  }

  /** Keyed by the install's secret: nobody tells from a key whether somebody answered. */
  #key = (text: string) => `past:${this.fingerprint(`answer ${text}`).slice(0, 32)}`
}

function personOf({ account, contact }: Item): string {
  const company = account ? `${account.externalId ?? ''}|${account.domain ?? ''}|${fold(account.name ?? '')}` : ''
  if (!contact) return ''
  if (contact.externalId !== undefined) return `i ${contact.externalId}`
  return contact.email !== undefined ? `e ${emailKey(contact.email)}` : `n ${fold(contact.name ?? '')} ${company}`
}
