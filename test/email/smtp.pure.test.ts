import { expect, it } from 'vitest'
import { classifySmtp } from '#app/email/classify-smtp.ts'
import { compose } from '#app/email/smtp-transport.server.ts'
import { readEnv } from '#app/platform/env.server.ts'
import { readSmtpUrl } from '#app/platform/smtp-url.ts'

const mail = {
  messageId: 'msg_1',
  to: 'reader@customer.test',
  from: '"青空商事, 声" <koe@sora.test>',
  replyTo: 'answers@sora.test',
  subject: '満足度のお願い',
  html: '<p>こんにちは</p>',
  text: 'こんにちは\n.\nまた',
  headers: {},
}

it('an SMTP_URL says server, port, password and how safe', () => {
  expect(readSmtpUrl('smtp://koe:p%40ss%3A@mail.example.com')).toEqual({
    host: 'mail.example.com',
    port: 587,
    secure: false,
    auth: { user: 'koe', pass: 'p@ss:' },
    startTls: 'required', // a password never travels in the clear
  })
  expect(readSmtpUrl('smtps://mail.example.com')).toMatchObject({ port: 465, secure: true, auth: null })
  expect(readSmtpUrl('smtp://10.0.0.5:25')).toMatchObject({ port: 25, startTls: 'offered' })
  expect(readSmtpUrl('smtp://a:b@127.0.0.1:1025')).toMatchObject({ startTls: 'offered' })
  expect(readSmtpUrl('smtp://a:b@relay.internal?tls=off')).toMatchObject({ startTls: 'off' })
  expect(readSmtpUrl('smtp://[::1]:1025')).toMatchObject({ host: '::1' })
})

it.each([
  'mail.example.com',
  'http://mail.example.com',
  'smtp://',
  'smtp://mail.example.com/inbox',
  'smtp://mail.example.com?tls=maybe',
  'smtp://mail.example.com?rejectUnauthorized=false',
  'smtps://mail.example.com?tls=off',
  'smtp://koe:50%@mail.example.com',
  'smtp://koe@mail.example.com',
  'smtp://koe:a%0d%0ab@mail.example.com',
  'smtp://mail.example.com:99999',
])('%s is no SMTP_URL', (text) => {
  expect(readSmtpUrl(text)).toBeNull()
})

it('a missing or wrong SMTP_URL is said in one plain sentence, without its password', () => {
  expect(() => readEnv({ MAIL_TRANSPORT: 'smtp' })).toThrow(/^SMTP_URL is missing\. .*smtp:\/\/user:password@/)
  expect(() => readEnv({ SMTP_URL: 'smtp//koe:hunter2@mail' })).toThrow(/^SMTP_URL: must look like smtp:\/\//)
  expect(() => readEnv({ SMTP_URL: 'smtp//koe:hunter2@mail' })).not.toThrow(/hunter2/)
  expect(readEnv({ SMTP_URL: 'smtp://mail.example.com' }).MAIL_TRANSPORT).toBe('smtp')
  expect(readEnv({ SMTP_URL: 'smtp://mail.example.com', RESEND_API_KEY: 're_1' }).MAIL_TRANSPORT).toBe('resend')
  expect(readEnv({}).MAIL_TRANSPORT).toBe('mailbox')
})

it('List-Unsubscribe passes through whole, and nothing that is written can become a header', async () => {
  const unsubscribe = `<https://koe.example/u/${'x'.repeat(120)}>`
  const made = String(
    await compose({
      ...mail,
      subject: 'Hello\r\nBcc: everybody@customer.test',
      headers: {
        'List-Unsubscribe': unsubscribe,
        'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
        'X-Note': 'a\r\nBcc: everybody@customer.test',
      },
    }),
  )
  const [head = ''] = made.split('\r\n\r\n')
  const unfolded = head.replace(/\r\n[ \t]+/g, ' ')
  expect(unfolded).toMatch(new RegExp(`^List-Unsubscribe: ?${unsubscribe}$`, 'm'))
  expect(unfolded).toContain('List-Unsubscribe-Post: List-Unsubscribe=One-Click')
  expect(unfolded).not.toMatch(/^Bcc:/im)
  expect(unfolded).toContain('Message-ID: <msg_1@sora.test>')
  expect(unfolded).toContain('Reply-To: answers@sora.test')
  expect(unfolded).toMatch(/^From: =\?UTF-8\?.* <koe@sora\.test>$/m)
  expect(unfolded).toContain('To: reader@customer.test')
  expect(unfolded).not.toMatch(/nodemailer/i)
})

it.each([
  ['connect', null, 'later'],
  ['auth', null, 'later'],
  ['auth', '454 4.7.0 temporary', 'later'],
  ['auth', '535 5.7.8 no', 'pause'],
  ['tls', null, 'pause'],
  ['tls', '454 4.7.0 not now', 'later'],
  ['sender', '451 4.3.0 later', 'later'],
  ['sender', '550 5.7.1 no', 'pause'],
  ['recipient', '550 no such user here', 'refuse'],
  ['recipient', '503 5.5.1 bad sequence', 'later'],
  ['data', '554 5.5.1 no valid recipients', 'refuse'],
  ['content', null, 'person'],
  ['content', '421 4.3.2 going down', 'later'],
  ['content', '552 5.3.4 too big', 'refuse'],
] as const)('at %s, %s means %s', (stage, reply, kind) => {
  expect(classifySmtp({ stage, reply }).kind).toBe(kind)
})

it.each([
  ['recipient', '550 5.1.1 unknown', true],
  ['recipient', '550 no such user here', true],
  ['recipient', '550 5.1.10 null MX', true],
  ['content', '550 5.1.1 unknown', true],
  ['recipient', '550 rejected as spam', undefined],
  ['recipient', '550 5.7.26 DMARC', undefined],
  ['recipient', '550 5.4.1 access denied', undefined],
  ['content', '550 no thanks', undefined],
] as const)('at %s, %s: nobody has this address = %s', (stage, reply, bounced) => {
  const verdict = classifySmtp({ stage, reply })
  expect(verdict).toMatchObject({ kind: 'refuse' })
  expect('bounced' in verdict ? verdict.bounced : undefined).toBe(bounced)
})
