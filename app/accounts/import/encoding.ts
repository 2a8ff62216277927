import iconv from 'iconv-lite'
import type { Encoding } from '#app/accounts/import/encodings.ts'

export interface Verdict {
  encoding: Encoding
  bytes: number
  /** Not text at all: an Excel workbook (`xlsx`, `xls`), or bytes 0 outside UTF-16. */
  binary: 'xlsx' | 'xls' | null
}

/**
 * Looks at every byte of a file as it passes. UTF-8 if all of it is valid UTF-8 (or begins with its mark), else
 * Shift_JIS as Windows writes it (CP932) if all of it is, else Windows-1252, which most of Europe's Excel writes.
 */
export class EncodingSniffer {
  #utf8: TextDecoder | null = new TextDecoder('utf-8', { fatal: true })
  #head = Buffer.alloc(0)
  #bytes = 0
  #nulls = 0
  #lead = 0
  #sjisBroken = false
  /** First bytes 81–9F: kana, signs and the common kanji begin with them; no European letter does. */
  #sjisLeads = 0

  push(chunk: Uint8Array) {
    if (this.#head.length < 8) this.#head = Buffer.concat([this.#head, chunk.subarray(0, 8)])
    this.#bytes += chunk.length
    if (this.#bytes <= 1 << 20 && chunk.includes(0)) this.#nulls++
    if (this.#utf8) {
      try {
        this.#utf8.decode(chunk, { stream: true })
      } catch {
        this.#utf8 = null
      }
    }
    if (!this.#sjisBroken) this.#pushSjis(chunk)
  }

  #pushSjis(chunk: Uint8Array) {
    let lead = this.#lead
    for (let i = 0; i < chunk.length; i++) {
      const byte = chunk[i]!
      if (lead !== 0) {
        if (byte < 0x40 || byte === 0x7f || byte > 0xfc) {
          this.#sjisBroken = true
          return
        }
        lead = 0
      } else if (byte >= 0x81 && (byte <= 0x9f || (byte >= 0xe0 && byte <= 0xfc))) {
        lead = byte
        if (byte <= 0x9f) this.#sjisLeads++
      } else if (byte === 0x80 || byte === 0xa0 || byte > 0xfc) {
        this.#sjisBroken = true
        return
      }
    }
    this.#lead = lead
  }

  verdict(): Verdict {
    const head = this.#head
    const say = (encoding: Encoding, binary: Verdict['binary'] = null): Verdict => ({
      encoding,
      bytes: this.#bytes,
      binary,
    })
    if (head[0] === 0x50 && head[1] === 0x4b && head[2] === 3 && head[3] === 4) return say('utf-8', 'xlsx')
    if (head[0] === 0xd0 && head[1] === 0xcf && head[2] === 0x11 && head[3] === 0xe0) return say('utf-8', 'xls')
    if (head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf) return say('utf-8')
    if (head[0] === 0xff && head[1] === 0xfe) return say('utf-16le')
    if (head[0] === 0xfe && head[1] === 0xff) return say('utf-16be')
    if (this.#nulls && head.length > 3 && head[0] !== 0 && head[1] === 0 && head[3] === 0) return say('utf-16le')
    if (this.#nulls && head.length > 3 && head[0] === 0 && head[1] !== 0 && head[2] === 0) return say('utf-16be')
    if (this.#utf8 && this.#endsWhole()) return say('utf-8')
    if (!this.#sjisBroken && this.#lead === 0 && this.#sjisLeads > 0) return say('cp932')
    return say('windows-1252')
  }

  #endsWhole() {
    try {
      this.#utf8!.decode(new Uint8Array(), { stream: false })
      return true
    } catch {
      return false
    } finally {
      this.#utf8 = null
    }
  }
}

/** Turns the chunks of a file into what the CSV parser reads: bytes of UTF-8, or text. A leading mark is left out. */
export function decoder(encoding: Encoding): (chunk: Buffer | null) => Buffer | string {
  if (encoding === 'utf-8') {
    let head: Buffer | null = Buffer.alloc(0)
    return (chunk) => {
      if (head === null) return chunk ?? ''
      head = chunk ? Buffer.concat([head, chunk]) : head
      if (chunk && head.length < 3) return ''
      const start = head
      head = null
      return start[0] === 0xef && start[1] === 0xbb && start[2] === 0xbf ? start.subarray(3) : start
    }
  }
  const decode = iconv.getDecoder(encoding)
  let first = true
  return (chunk) => {
    const text = chunk ? decode.write(chunk) : (decode.end() ?? '')
    if (first && text !== '') {
      first = false
      return text.replace(/^\ufeff/, '')
    }
    return text
  }
}
