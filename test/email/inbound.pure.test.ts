import { expect, test } from 'vitest'
import { readProvided } from '#app/email/fetch-inbound.server.ts'
import { judgeInbound, longestInbound, longestWords, type InboundMail } from '#app/email/inbound.ts'
import { openReplyAddress, replyAddress } from '#app/email/reply-address.ts'
import { newId } from '#app/platform/ids.server.ts'
import { makeKeyring } from '#app/platform/keyring.server.ts'

const keys = makeKeyring(['a secret of the tests, longer than 32 characters'])
const mail = (over: Partial<InboundMail> = {}): InboundMail => ({
  from: 'Hana <hana@kumo.test>',
  to: [],
  subject: 'Re: How are we doing?',
  text: 'Fine',
  headers: {},
  attachments: [],
  ...over,
})

test('a reply address names one object, survives lower case, and fits into a local part', () => {
  for (const kind of ['invitation', 'case'] as const) {
    const ref = { kind, id: newId(kind === 'case' ? 'cas' : 'inv', 1_772_413_200_000) }
    const address = replyAddress(keys, ref, 'reply.sora.test')!
    expect(address).toMatch(/^reply\+[a-z0-9]+@reply\.sora\.test$/)
    expect(address.indexOf('@')).toBeLessThanOrEqual(64)
    expect(openReplyAddress(keys, ['x@y.test', `"Sora" <${address.toUpperCase()}>`])).toEqual(ref)
  }
})

test('no altered, foreign or borrowed token is opened', () => {
  const id = newId('inv', 1_772_413_200_000)
  const address = replyAddress(keys, { kind: 'invitation', id }, 'reply.sora.test')!
  const [local, domain] = address.split('@') as [string, string]
  const flip = (at: number) => local.slice(0, at) + (local[at] === 'a' ? 'b' : 'a') + local.slice(at + 1)
  const bad = [
    ...Array.from({ length: local.length - 7 }, (_, i) => flip(i + 7)),
    local.slice(0, -1),
    `${local}a`,
    local.replace('+i', '+c'),
    `x${local}`,
    local.replace('reply', 'repl'),
  ]
  for (const one of bad) expect(openReplyAddress(keys, [`${one}@${domain}`]), one).toBeNull()
  const others = makeKeyring(['another secret of the tests, longer than 32'])
  expect(openReplyAddress(others, [address])).toBeNull()
  expect(openReplyAddress(makeKeyring(['a new secret, much longer than 32 characters', 'a secret of the tests, longer than 32 characters']), [address])).toEqual({ kind: 'invitation', id }) // prettier-ignore
  expect(replyAddress(keys, { kind: 'invitation', id: 'inv_A<script>' }, 'x.test')).toBeNull()
})

test.each([
  ['auto_reply', { headers: { 'auto-submitted': 'auto-replied' } }],
  ['auto_reply', { headers: { 'x-autoreply': 'yes' } }],
  ['auto_reply', { headers: { precedence: 'bulk' } }],
  ['auto_reply', { subject: 'Automatic reply: How are we doing?' }],
  ['auto_reply', { subject: 'Out of office until Friday' }],
  ['auto_reply', { subject: '自動応答: アンケートのお願い' }],
  ['auto_reply', { subject: '【不在通知】森' }],
  ['auto_reply', { subject: '休暇中です' }],
  ['auto_reply', { subject: 'Abwesenheitsnotiz' }],
  ['auto_reply', { subject: 'Automatische Antwort: Umfrage' }],
  ['bounce', { from: 'MAILER-DAEMON@mx.kumo.test' }],
  ['bounce', { headers: { 'return-path': '<>' } }],
  ['bounce', { headers: { 'content-type': 'multipart/report; report-type=delivery-status' } }],
  ['bounce', { subject: 'Undeliverable: How are we doing?' }],
  ['bounce', { subject: '配信不能通知' }],
  ['empty', { text: 'On Monday Sora wrote:\n> Hello' }],
  ['empty', { text: ' \u0000 ' }],
  ['reply', { headers: { 'auto-submitted': 'no' } }],
  ['reply', { subject: 'Re: Automatic reply: x', headers: { precedence: 'normal' } }],
  ['reply', { subject: 'お客様アンケートへの返信' }],
] as const)('%s: %j', (kind, over) => {
  expect(judgeInbound(mail(over)).kind).toBe(kind)
})

test('numbers stay words, and what was taken off can be unfolded', () => {
  const text = '9 – great\n\nOn Monday Sora wrote:\n> Hello'
  expect(judgeInbound(mail({ text }))).toEqual({ kind: 'reply', words: '9 – great', whole: text })
  expect(judgeInbound(mail({ text: '10' }))).toEqual({ kind: 'reply', words: '10', whole: null })
  expect(judgeInbound(mail({ attachments: ['offer\r\nBcc: x.pdf'] }))).toEqual({
    kind: 'reply',
    words: 'Fine',
    whole: 'Fine\n\n📎 offer Bcc: x.pdf',
  })
})

test('a huge mail is cut with a mark, and stays well-formed', () => {
  const huge = judgeInbound(mail({ text: '声😀'.repeat(500_000) }))
  if (huge.kind !== 'reply') throw new Error('not a reply')
  expect(huge.words.length).toBeLessThanOrEqual(longestWords + 4)
  expect(huge.whole!.length).toBeLessThanOrEqual(longestInbound + 4)
  for (const part of [huge.words, huge.whole!]) {
    expect(part.endsWith(' […]')).toBe(true)
    expect(part.isWellFormed()).toBe(true)
  }
})

test('HTML is only read as text, whatever is in it', () => {
  const html = `<style>x{}</style><script>alert(1)</script><p>Very <b>slow</b>&nbsp;lately</p><img src="data:image/png;base64,${'A'.repeat(2_000_000)}" onerror=alert(1)><blockquote>old</blockquote>`
  const read = readProvided({ from: 'a@b.test', to: ['x@y.test'], subject: null, text: null, html, headers: { 'Auto-Submitted': 'no' } }) // prettier-ignore
  expect(read.headers).toEqual({ 'auto-submitted': 'no' })
  expect(judgeInbound(read)).toMatchObject({ kind: 'reply', words: 'Very slow\u00a0lately' })
  expect(read.text).not.toMatch(/alert|AAAA/)
  expect(() => readProvided({ from: 'a@b.test', html: '<div>'.repeat(200_000) })).not.toThrow()
})
