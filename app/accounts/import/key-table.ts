/**
 * Text → a number from 0, for millions of keys in 12 bytes each: only a seeded 64-bit hash of a key is kept. Among
 * three million keys the chance that any two meet is one in four million.
 */
export class KeyTable {
  #high: Uint32Array
  #low: Uint32Array
  #values: Int32Array
  #size = 0
  #mask: number
  readonly #seedA: number
  readonly #seedB: number

  constructor(random: () => number = Math.random, capacity = 1 << 12) {
    this.#seedA = Math.floor(random() * 2 ** 32) | 0
    this.#seedB = Math.floor(random() * 2 ** 32) | 0
    this.#high = new Uint32Array(capacity)
    this.#low = new Uint32Array(capacity)
    this.#values = new Int32Array(capacity).fill(-1)
    this.#mask = capacity - 1
  }

  get(key: string): number | undefined {
    const at = this.#find(key)
    const value = this.#values[at]!
    return value === -1 ? undefined : value
  }

  set(key: string, value: number) {
    const at = this.#find(key)
    if (this.#values[at] === -1) {
      this.#high[at] = this.#a
      this.#low[at] = this.#b
      this.#size++
    }
    this.#values[at] = value
    if (this.#size > (this.#mask + 1) * 0.75) this.#grow()
  }

  #a = 0
  #b = 0

  #find(key: string): number {
    let a = this.#seedA
    let b = this.#seedB
    for (let i = 0; i < key.length; i++) {
      const code = key.charCodeAt(i)
      a = Math.imul(a ^ code, 0x9e3779b1)
      b = Math.imul(b ^ code, 0x5f356495)
      b ^= a >>> 15
    }
    a = Math.imul(a ^ (a >>> 16), 0x85ebca6b) ^ Math.imul(b ^ (b >>> 13), 0xc2b2ae35)
    b = Math.imul(b ^ (b >>> 16), 0x85ebca6b) ^ Math.imul(a ^ (a >>> 13), 0xc2b2ae35)
    this.#a = a >>> 0
    this.#b = b >>> 0
    let at = this.#b & this.#mask
    while (this.#values[at] !== -1 && (this.#high[at] !== this.#a || this.#low[at] !== this.#b))
      at = (at + 1) & this.#mask
    return at
  }

  #grow() {
    const high = this.#high
    const low = this.#low
    const values = this.#values
    const capacity = (this.#mask + 1) * 2
    this.#mask = capacity - 1
    this.#high = new Uint32Array(capacity)
    this.#low = new Uint32Array(capacity)
    this.#values = new Int32Array(capacity).fill(-1)
    for (let i = 0; i < values.length; i++) {
      if (values[i] === -1) continue
      let at = low[i]! & this.#mask
      while (this.#values[at] !== -1) at = (at + 1) & this.#mask
      this.#high[at] = high[i]!
      this.#low[at] = low[i]!
      this.#values[at] = values[i]!
    }
  }
}

/** A 32-bit fingerprint of a text, to tell "the same again" from "something else". */
export function print(text: string): number {
  let hash = 0x811c9dc5
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193)
  return (hash ^ (hash >>> 16)) >>> 0
}

/** Numbers by index, growing: 4 bytes each instead of an array's boxes. */
export class NumberList {
  #numbers = new Uint32Array(1 << 10)
  length = 0

  push(value: number): number {
    if (this.length === this.#numbers.length) {
      const larger = new Uint32Array(this.length * 2)
      larger.set(this.#numbers)
      this.#numbers = larger
    }
    this.#numbers[this.length] = value
    return this.length++
  }

  at(index: number): number {
    return this.#numbers[index]!
  }

  put(index: number, value: number) {
    this.#numbers[index] = value
  }
}
