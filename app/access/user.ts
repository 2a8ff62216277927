import { z } from 'zod'
import { isZone } from '#app/platform/calendar.ts'
import { cleanText, emailKey } from '#app/platform/text.ts'
import { locales } from '#app/platform/words.ts'
import { roles } from '#db/enums/access.ts'

/** One line of text that somebody typed: no control characters, no line breaks. */
export const line = (max: number) =>
  z
    .string()
    .trim()
    .min(1)
    .max(max)
    .transform((text) => (cleanText(text) ?? '').replace(/\s+/g, ' '))
    .pipe(z.string().min(1))

export const emailField = z
  .string()
  .trim()
  .max(254)
  .pipe(z.email())
  .transform((text) => text.normalize('NFKC'))
export const zoneField = z.string().max(60).refine(isZone)
export const idField = z.string().regex(/^[a-z]+_[0-9a-z]{1,40}$/)
export const rolesField = z
  .array(z.enum(roles))
  .min(1)
  .max(roles.length)
  .transform((given) => roles.filter((role) => given.includes(role)))
export const localeField = z.enum(locales)
/** Typed passwords are taken as they are: no trimming. The rules are in `password.ts`. */
export const passwordField = z.string().min(1).max(400)

export const inviteSchema = z.object({
  email: emailField,
  roles: rolesField,
  teamId: idField.optional(),
  locale: localeField,
})

export const acceptSchema = z.object({ token: z.string().max(300), name: line(80), password: passwordField })
export const resetSchema = z.object({ token: z.string().max(300), password: passwordField })
export const signInSchema = z.object({
  email: z.string().trim().min(1).max(254).transform(emailKey),
  password: passwordField,
})
export const forgottenSchema = z.object({ email: emailField })
export const meSchema = z.object({ name: line(80), locale: localeField, zone: zoneField.optional() })
export const changePasswordSchema = z.object({ current: passwordField, password: passwordField })
export const userSchema = z.object({ userId: idField })
export const userRolesSchema = z.object({ userId: idField, roles: rolesField })
export const userTeamSchema = z.object({ userId: idField, teamId: idField.optional() })
/** None: the organisation's. */
export const userCalendarSchema = z.object({ userId: idField, calendarId: idField.optional() })

export const firstAdminSchema = z.object({
  token: z.string().max(300),
  organisation: line(120),
  name: line(80),
  email: emailField,
  password: passwordField,
  locale: localeField,
  zone: zoneField,
})
