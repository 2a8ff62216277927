import { expect, test } from 'vitest'
import { saysForged } from '#app/email/authentication.ts'

test.each([
  ['nothing is said', {}, false],
  ['all pass', { 'authentication-results': 'mx.test; spf=pass smtp.mailfrom=a.test; dkim=pass; dmarc=pass' }, false],
  ['DMARC fails', { 'authentication-results': 'mx.test; spf=pass; dkim=pass; dmarc=fail (p=REJECT)' }, true],
  ['one of several headers fails', { 'authentication-results': '["a; dmarc=pass","b; dmarc=fail"]' }, true],
  ['forwarded: SPF fails, DKIM passes', { 'authentication-results': 'mx; spf=softfail; dkim=pass' }, false],
  ['both fail', { 'authentication-results': 'mx; spf=fail; dkim=fail' }, true],
  ['SPF alone fails', { 'authentication-results': 'mx; spf=softfail; dmarc=none' }, true],
  ['a comment that only looks like it', { 'authentication-results': 'mx; spf=pass (dmarc=fail)' }, false],
  ['the old header', { 'received-spf': 'Fail (mx: not permitted)' }, true],
  ['the old header is neutral', { 'received-spf': 'neutral' }, false],
])('%s', (_, headers, forged) => expect(saysForged(headers as Record<string, string>)).toBe(forged))
