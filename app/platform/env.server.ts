import { z } from 'zod'
import { PlainError } from '#app/platform/errors.ts'
import { readSmtpUrl } from '#app/platform/smtp-url.ts'

const flag = z
  .enum(['0', '1', 'true', 'false'])
  .transform((word) => word === '1' || word === 'true')
  .optional()
const list = z
  .string()
  .transform((text) =>
    text
      .split(',')
      .map((part) => part.trim())
      .filter(Boolean),
  )
  .optional()

const schema = z.object({
  PORT: z.coerce.number().int().min(0).max(65_535).default(3000),
  /** Unset: this machine only, unless HOST says more. */
  HOST: z.string().optional(),
  PUBLIC_URL: z.url({ protocol: /^https?$/ }).optional(),
  DATABASE_URL: z
    .string()
    .regex(/^(file:|postgres(ql)?:\/\/)/, 'must start with file: or postgres://')
    .optional(),
  KOE_DATA_DIR: z.string().default('./data'),
  /** A list, newest first: link tokens carry the id of their key. */
  KOE_SECRET: list,
  KOE_DEMO: flag,
  /** Daily backups that are kept; 0 is none. */
  KOE_BACKUPS: z.coerce.number().int().min(0).max(1000).optional(),
  KOE_PROCESS: z.enum(['all', 'web', 'worker']).default('all'),
  MAIL_TRANSPORT: z.enum(['mailbox', 'resend', 'smtp']).optional(),
  MAIL_FROM: z.string().default('Koe <koe@localhost>'),
  /** Domains or addresses that mail may leave to; all other mail stays in the mailbox. `*` lifts it. */
  MAIL_ALLOW: list.default([]),
  /** Where replies to surveys are received: `reply.example.com`. Without it they go to the brand's own address. */
  MAIL_REPLY_DOMAIN: z
    .string()
    .toLowerCase()
    .regex(/^(?=.{1,180}$)[a-z0-9-]+(\.[a-z0-9-]+)*$/, 'must be a domain, like reply.example.com')
    .optional(),
  RESEND_API_KEY: z.string().optional(),
  RESEND_BASE_URL: z.url().default('https://api.resend.com'),
  RESEND_WEBHOOK_SECRET: z.string().optional(),
  /** Holds a password: never say it in a message. */
  SMTP_URL: z
    .string()
    .refine(
      (text) => readSmtpUrl(text) !== null,
      'must look like smtp://user:password@mail.example.com:587 or smtps://…:465, with special characters of the password written as %40',
    )
    .optional(),
  TRUST_PROXY_HOPS: z.coerce.number().int().min(0).max(10).default(0),
  LOG_LEVEL: z.enum(['silent', 'error', 'warn', 'info', 'debug']).default('info'),
})

/**
 * The configuration of this process.
 * @throws PlainError naming each variable that is wrong.
 */
export function readEnv(source: Record<string, string | undefined>) {
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== ''))
  const parsed = schema.safeParse(given)
  if (!parsed.success) {
    throw new PlainError(parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}.`).join('\n'))
  }
  const values = parsed.data
  const transport =
    values.MAIL_TRANSPORT ?? (values.RESEND_API_KEY ? 'resend' : values.SMTP_URL !== undefined ? 'smtp' : 'mailbox')
  if (transport === 'smtp' && values.SMTP_URL === undefined)
    throw new PlainError(
      'SMTP_URL is missing. With MAIL_TRANSPORT=smtp, set it to your mail server, like smtp://user:password@mail.example.com:587.',
    )
  const publicUrl = (values.PUBLIC_URL ?? `http://localhost:${values.PORT}`).replace(/\/+$/, '')
  const database = values.DATABASE_URL ?? `file:${values.KOE_DATA_DIR}/koe.db`
  return Object.freeze({
    ...values,
    PUBLIC_URL: publicUrl,
    DATABASE_URL: database,
    // Who runs PostgreSQL backs it up already, and a process of theirs may have no disk that lasts.
    KOE_BACKUPS: values.KOE_BACKUPS ?? (database.startsWith('file:') ? 7 : 0),
    HOST: values.HOST ?? '127.0.0.1',
    MAIL_TRANSPORT: transport,
    /** Served under https: no demo data, no open mailbox, a secret required. */
    production: publicUrl.startsWith('https:'),
  })
}

export type Env = ReturnType<typeof readEnv>

export const env = readEnv(process.env)
