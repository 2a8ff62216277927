/** Something that happens at an instant of the demo's past. */
export interface Happening<T> {
  /** Milliseconds UTC. */
  at: number
  what: T
}

/** What is still to happen, the earliest first; of the same instant, what was noted first. A binary heap. */
export class Timeline<T> {
  readonly #heap: (Happening<T> & { n: number })[] = []
  #noted = 0

  add(at: number, what: T) {
    const heap = this.#heap
    heap.push({ at: Math.round(at), what, n: this.#noted++ })
    for (let i = heap.length - 1; i > 0;) {
      const up = (i - 1) >> 1
      if (!this.#before(i, up)) break
      this.#swap(i, up)
      i = up
    }
  }

  peek(): Happening<T> | undefined {
    return this.#heap[0]
  }

  next(): Happening<T> | undefined {
    const heap = this.#heap
    const first = heap[0]
    const last = heap.pop()
    if (!first || !last || !heap.length) return first
    heap[0] = last
    for (let i = 0; ;) {
      let least = i
      for (const child of [2 * i + 1, 2 * i + 2]) if (child < heap.length && this.#before(child, least)) least = child
      if (least === i) return first
      this.#swap(i, least)
      i = least
    }
  }

  #before(i: number, j: number) {
    const [a, b] = [this.#heap[i]!, this.#heap[j]!]
    return a.at < b.at || (a.at === b.at && a.n < b.n)
  }

  #swap(i: number, j: number) {
    const heap = this.#heap
    ;[heap[i], heap[j]] = [heap[j]!, heap[i]!]
  }
}
