const fullest = 0.8
const growth = 1.5

/**
 * Text of some kind → a number from 0, for millions of keys in some 20 bytes each: only a seeded 64-bit hash of a key is
 * kept. Among three million keys the chance that any two meet is one in four million.
 */
export class KeyTable {
  #high: Uint32Array
  #low: Uint32Array
  #values: Int32Array
  #size = 0
  #capacity: number
  readonly #seedA: number
  readonly #seedB: number

  constructor(random: () => number = Math.random, capacity = 1 << 12) {
    this.#seedA = Math.floor(random() * 2 ** 32) | 0
    this.#seedB = Math.floor(random() * 2 ** 32) | 0
    this.#high = new Uint32Array(capacity)
    this.#low = new Uint32Array(capacity)
    this.#values = new Int32Array(capacity).fill(-1)
    this.#capacity = capacity
  }

  get(key: string, kind = 0): number | undefined {
    const at = this.#find(key, kind)
    const value = this.#values[at]!
    return value === -1 ? undefined : value
  }

  set(key: string, value: number, kind = 0) {
    const at = this.#find(key, kind)
    if (this.#values[at] === -1) {
      this.#high[at] = this.#a
      this.#low[at] = this.#b
      this.#size++
    }
    this.#values[at] = value
    if (this.#size > this.#capacity * fullest) this.#grow()
  }

  #a = 0
  #b = 0

  #find(key: string, kind: number): number {
    let a = this.#seedA ^ kind
    let b = Math.imul(this.#seedB ^ kind, 0x85ebca6b)
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
    const high = this.#high
    const low = this.#low
    const values = this.#values
    let at = this.#b % this.#capacity
    while (values[at] !== -1 && (high[at] !== this.#a || low[at] !== this.#b)) if (++at === this.#capacity) at = 0
    return at
  }

  #grow() {
    const high = this.#high
    const low = this.#low
    const values = this.#values
    const capacity = Math.floor(this.#capacity * growth)
    this.#capacity = capacity
    this.#high = new Uint32Array(capacity)
    this.#low = new Uint32Array(capacity)
    this.#values = new Int32Array(capacity).fill(-1)
    for (let i = 0; i < values.length; i++) {
      if (values[i] === -1) continue
      let at = low[i]! % capacity
      while (this.#values[at] !== -1) if (++at === capacity) at = 0
      this.#high[at] = high[i]!
      this.#low[at] = low[i]!
      this.#values[at] = values[i]!
    }
  }
}

const basis = 0x811c9dc5
const add = (hash: number, text: string) => {
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193)
  return Math.imul(hash ^ 0xff, 0x01000193)
}

/** A 32-bit fingerprint of some texts, to tell "the same again" from "something else". */
export class Print {
  #hash = basis

  add(text: string): this {
    this.#hash = add(this.#hash, text)
    return this
  }

  get value(): number {
    return (this.#hash ^ (this.#hash >>> 16)) >>> 0
  }
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
