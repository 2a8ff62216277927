import { z } from 'zod'
import { replyTimes, replyWishes } from '#db/enums/cases.ts'

/** Characters of a telephone number. */
export const longestPhone = 40

/** A number as it can be dialled, in half width; null when it can't. */
export function readPhone(typed: string): string | null {
  const phone = typed
    .normalize('NFKC')
    .replace(/[‐-―−ー]/g, '-')
    .replace(/\s+/g, ' ')
    .trim()
  const digits = phone.replace(/\D/g, '').length
  return phone.length <= longestPhone && digits >= 5 && /^[+(\d][-+()\d ./#x]*$/i.test(phone) ? phone : null
}

export const wishInput = z
  .object({
    wish: z.enum(replyWishes),
    when: z.enum(replyTimes).nullable(),
    /** As it was typed. */
    phone: z.string().max(400),
  })
  .transform(({ wish, when, phone }) => ({
    wish,
    when: wish === 'none' ? null : (when ?? 'any'),
    phone: wish === 'call' ? readPhone(phone) : null,
  }))
