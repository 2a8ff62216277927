import { isWordUnit } from '#app/responses/topics/phrase.ts'

interface Node {
  next: Map<string, Node>
  /** After `*`: the walk goes on behind the word. */
  star?: Node
  /** Numbers of the phrases that end here. */
  ends: number[]
}

export type Found = (phrase: number, from: number, to: number) => void

/**
 * Finds many phrases in one pass. A phrase that begins or ends with a letter of a spaced script begins or ends there
 * with a word; `*` takes the rest of a word; all else is found wherever it stands. Every step of a phrase is tried at
 * most once from each place of the text: nothing that is typed on either side makes it slower than that.
 */
export class PhraseIndex {
  readonly #root: Node = { next: new Map(), ends: [] }

  /** `phrases`: folded and without fault; their places in this list are their numbers. */
  constructor(phrases: readonly string[]) {
    phrases.forEach((phrase, number) => {
      let node = this.#root
      for (const unit of phrase.split('')) {
        if (unit === '*') node = node.star ??= { next: new Map(), ends: [] }
        else {
          let next = node.next.get(unit)
          if (!next) node.next.set(unit, (next = { next: new Map(), ends: [] }))
          node = next
        }
      }
      node.ends.push(number)
    })
  }

  /** Tells of every phrase in a folded text, at every place. */
  find(text: string, found: Found): void {
    const wordEnds = endsOfWords(text)
    for (let from = 0; from < text.length; from++) {
      if (wordEnds[from]! > from && from > 0 && wordEnds[from - 1]! > from) continue // inside a word
      this.#walk(this.#root, text, from, from, wordEnds, found)
    }
  }

  #walk(start: Node, text: string, from: number, at: number, wordEnds: Int32Array, found: Found): void {
    let node: Node | undefined = start
    for (let to = at; ; to++) {
      const whole: boolean = to === 0 || to >= text.length || wordEnds[to - 1]! <= to
      if (to > from && whole) for (const number of node.ends) found(number, from, to)
      if (node.star && to > 0) {
        const end: number = Math.max(to, wordEnds[to - 1]!)
        for (const number of node.star.ends) found(number, from, end)
        if (node.star.next.size) this.#walk({ ...node.star, ends: [] }, text, from, end, wordEnds, found)
      }
      if (to >= text.length) return
      node = node.next.get(text[to]!)
      if (!node) return
    }
  }
}

/** For every place: where the word ends that it belongs to; its own number where there is no word. */
function endsOfWords(text: string): Int32Array {
  const ends = new Int32Array(text.length)
  for (let at = text.length - 1; at >= 0; at--) {
    if (!isWordUnit(text, at)) ends[at] = at
    else ends[at] = at + 1 < text.length && ends[at + 1]! > at + 1 ? ends[at + 1]! : at + 1
  }
  return ends
}
