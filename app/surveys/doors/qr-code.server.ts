import { crc32, deflateSync } from 'node:zlib'
import { encodeQR } from 'qr'

/** A quarter of it may be dirty, torn or covered; four modules around it stay empty, as its standard asks. */
const options = { ecc: 'quartile', border: 4 } as const

/** A link as a QR code that scales to any size, on white wherever it stands: dark on dark is read by no camera. */
export const qrSvg = (link: string): string =>
  encodeQR(link, 'svg', options).replace(
    /^<svg[^>]*>/,
    (opened) => `${opened}<rect width="100%" height="100%" fill="#fff"/>`,
  )

/** A link as a QR code in black and white: `scale` pixels a module. */
export function qrPng(link: string, scale = 24): Buffer {
  const rows = encodeQR(link, 'raw', options)
  const size = rows.length * scale
  const bytes = Math.ceil(size / 8)
  const lines = rows.flatMap((row) => {
    const line = Buffer.alloc(bytes + 1) // the first byte says that the line is not filtered
    for (let x = 0; x < size; x++) if (!row[Math.floor(x / scale)]) line[1 + (x >> 3)]! |= 128 >> (x & 7)
    return Array.from({ length: scale }, () => line)
  })
  const head = Buffer.alloc(13)
  head.writeUInt32BE(size, 0)
  head.writeUInt32BE(size, 4)
  head[8] = 1 // one bit a pixel, shades of grey
  const signature = Buffer.from([137, 80, 78, 71, 13, 10, 26, 10])
  return Buffer.concat([
    signature,
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(Buffer.concat(lines))),
    chunk('IEND'),
  ])
}

function chunk(name: string, data = Buffer.alloc(0)): Buffer {
  const body = Buffer.concat([Buffer.from(name, 'latin1'), data])
  const ends = Buffer.alloc(8)
  ends.writeUInt32BE(data.length, 0)
  ends.writeUInt32BE(crc32(body), 4)
  return Buffer.concat([ends.subarray(0, 4), body, ends.subarray(4)])
}
