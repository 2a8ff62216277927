/** Whether an `Accept-Encoding` header names an encoding, and not with a weight of nothing. */
export const acceptsEncoding = (header: string | null, encoding: 'br' | 'gzip'): boolean =>
  new RegExp(`\\b${encoding}\\b(?!\\s*;\\s*q=0(\\.0+)?\\s*(,|$))`, 'i').test(header ?? '')
