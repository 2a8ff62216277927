import { createHash } from 'node:crypto'
import { brotliCompressSync, gzipSync } from 'node:zlib'
import { acceptsEncoding } from '#app/platform/http/accepts-encoding.ts'
import source from '#app/answering/widget/widget.client.ts?small'

const plain = Buffer.from(source)
const hash = createHash('sha256').update(plain).digest('base64url').slice(0, 20)

/** Each form is made once, when it is first asked for. */
const forms = {
  br: () => brotliCompressSync(plain),
  gzip: () => gzipSync(plain, { level: 9 }),
}
const made: Partial<Record<keyof typeof forms, Buffer>> = {}

/** The widget's script in the smallest form that the browser takes. */
export function widgetScript(accepted: string | null): { body: Buffer; encoding: string | null; tag: string } {
  const encoding = (['br', 'gzip'] as const).find((one) => acceptsEncoding(accepted, one))
  if (!encoding) return { body: plain, encoding: null, tag: `"${hash}"` }
  return { body: (made[encoding] ??= forms[encoding]()), encoding, tag: `"${hash}-${encoding}"` }
}
