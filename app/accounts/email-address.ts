import { domainToASCII } from 'node:url'

const plain =
  /^[a-z0-9!#$%&'*+/=?^_`{|}~-]+(\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*@([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]([a-z0-9-]{0,61}[a-z0-9])?$/i
const local =
  /^[^\s"(),:;<>@[\\\]\u0000-\u001f\u007f-\u00a0.\u200b-\u200f\u2028-\u202e\ufeff]+(\.[^\s"(),:;<>@[\\\]\u0000-\u001f\u007f-\u00a0.\u200b-\u200f\u2028-\u202e\ufeff]+)*$/u

/**
 * The address as mail can be sent to it, trimmed, or null. That is narrower than RFC 5322: no comments, no quoted
 * local part, no address literal, a domain with a dot; and wider in one thing: other scripts (RFC 6531, IDNA).
 */
export function emailAddress(text: string): string | null {
  const address = text.trim()
  const at = address.lastIndexOf('@')
  if (at < 1 || address.length > 254) return null
  if (plain.test(address)) return at <= 64 && address.length - at - 1 <= 253 ? address : null
  const before = address.slice(0, at)
  if (Buffer.byteLength(before) > 64 || !local.test(before)) return null
  const domain = domainToASCII(address.slice(at + 1))
  return domain !== '' &&
    plain.test(`a@${domain}`) &&
    domain.length <= 253 &&
    Buffer.byteLength(before) + 1 + domain.length <= 254
    ? address
    : null
}
