/** Where anybody gets an address: that two people have one there says nothing of them. */
const free = new Set([
  'gmail.com', 'googlemail.com', 'outlook.com', 'outlook.jp', 'hotmail.com', 'hotmail.co.jp', 'hotmail.fr', 'hotmail.co.uk', 'live.com', 'live.jp', 'msn.com',
  'yahoo.com', 'yahoo.co.jp', 'yahoo.ne.jp', 'ymail.ne.jp', 'yahoo.co.uk', 'yahoo.fr', 'yahoo.de', 'yahoo.co.in', 'ymail.com', 'rocketmail.com', 'aol.com',
  'icloud.com', 'me.com', 'mac.com', 'proton.me', 'protonmail.com', 'pm.me', 'zoho.com', 'gmx.com', 'gmx.net', 'gmx.de', 'web.de', 't-online.de', 'freenet.de', 'mail.com', 'fastmail.com', 'hey.com', 'tutanota.com', 'yandex.com', 'yandex.ru', 'mail.ru',
  'qq.com', '163.com', '126.com', 'sina.com', 'foxmail.com', 'naver.com', 'daum.net', 'hanmail.net', 'orange.fr', 'wanadoo.fr', 'free.fr', 'laposte.net', 'libero.it', 'virgilio.it', 'comcast.net', 'verizon.net', 'att.net',
  'docomo.ne.jp', 'ezweb.ne.jp', 'au.com', 'softbank.ne.jp', 'i.softbank.jp', 'vodafone.ne.jp', 'willcom.com', 'ymobile.ne.jp', 'rakumail.jp', 'rakuten.jp',
  'nifty.com', 'biglobe.ne.jp', 'so-net.ne.jp', 'ocn.ne.jp', 'plala.or.jp', 'excite.co.jp', 'infoseek.jp', 'goo.jp', 'mail.goo.ne.jp', 'auone.jp',
]) // prettier-ignore

/** The domain of an address in small letters; null without one. */
export const domainOf = (address: string | null): string | null => address?.slice(address.lastIndexOf('@') + 1).toLowerCase() || null // prettier-ignore

/** A domain and those above it that have a dot: `eu.mail.acme.com` is of `mail.acme.com` and `acme.com` too. */
export function domainsOf(domain: string): string[] {
  const parts = domain.split('.')
  return parts.slice(0, -1).map((_, i) => parts.slice(i).join('.'))
}

/** Whether anybody gets an address there. */
export const isFree = (domain: string): boolean => domainsOf(domain).some((one) => free.has(one))

/** Whether two domains are of one company: the same, or one below the other. Of free ones nobody can tell. */
export function sameCompany(one: string | null, other: string | null): boolean {
  if (!one || !other || isFree(one) || isFree(other)) return false
  return domainsOf(one).includes(other) || domainsOf(other).includes(one)
}
