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
  ['SPF fails and nothing else is there', { 'authentication-results': 'spf=fail; dkim=none; dmarc=none' }, true],
  ['a pass inside the address of the sender', { 'authentication-results': 'spf=fail smtp.mailfrom=dmarc=pass@evil.test; dkim=none; dmarc=none' }, true], // prettier-ignore
  ['a pass that is not of the topmost header', { 'authentication-results': '["mx; spf=fail; dkim=fail","x; dkim=pass"]' }, true], // prettier-ignore
  ['a list that was cut off', { 'authentication-results': '["mx; spf=fail; dkim=fail","x; dkim=pa' }, true],
  ['a pass in quotes or in nested comments', { 'authentication-results': 'mx; spf=fail reason="; dmarc=pass;"; dkim=neutral (a (b); dmarc=pass)' }, true], // prettier-ignore
  ['no method says anything', { 'authentication-results': 'mx; spf=neutral; dkim=temperror; dmarc=none' }, false],
  ['a comment that only looks like it', { 'authentication-results': 'mx; spf=pass (dmarc=fail)' }, false],
  ['the old header', { 'received-spf': 'Fail (mx: not permitted)' }, true],
  ['the old header is neutral', { 'received-spf': 'neutral' }, false],
])('%s', (_, headers, forged) => expect(saysForged(headers as Record<string, string>)).toBe(forged))
