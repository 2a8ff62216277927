import ipaddr from 'ipaddr.js'
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible'
import { TooMany } from '#app/platform/errors.ts'
import { emailKey } from '#app/platform/text.ts'

/*
 * Counted in the memory of this process. With several processes an attacker gets as many times more tries, which the
 * strength of the passwords and the 128 bits of the links bear.
 */

const quarter = 15 * 60
const hour = 60 * 60
const limits = {
  /** One account from one network: a person who tries what they may have chosen. */
  signInAccount: new RateLimiterMemory({ points: 10, duration: quarter }),
  /** One network: an office behind one address signs in on Monday morning. */
  signInNetwork: new RateLimiterMemory({ points: 100, duration: quarter }),
  /** One account from one network, and from all: nobody fills a colleague's inbox, or keeps them from asking. */
  forgottenPair: new RateLimiterMemory({ points: 3, duration: hour }),
  forgottenAccount: new RateLimiterMemory({ points: 20, duration: hour }),
  forgottenNetwork: new RateLimiterMemory({ points: 30, duration: hour }),
  firstAdmin: new RateLimiterMemory({ points: 40, duration: quarter }),
  link: new RateLimiterMemory({ points: 40, duration: quarter }),
  /** Answers at doors from one network: a hall full of people has one address. */
  doorAnswers: new RateLimiterMemory({ points: 120, duration: hour }),
  /** Leads from one network and by one link, and visits that are counted: an office follows the same link. */
  referralNetwork: new RateLimiterMemory({ points: 20, duration: hour }),
  referralLink: new RateLimiterMemory({ points: 60, duration: hour }),
  referralVisits: new RateLimiterMemory({ points: 30, duration: hour }),
  password: new RateLimiterMemory({ points: 10, duration: quarter }),
  /** Calls of an address of one's own, to try it: nobody knocks at somebody else's door through us. */
  testCall: new RateLimiterMemory({ points: 10, duration: quarter }),
}

/**
 * What counts as one visitor: an IPv4 address, or the /64 of an IPv6 one, since a household or a rented machine has
 * all of those.
 */
export function networkOf(address: string): string {
  if (!ipaddr.isValid(address)) return 'unknown'
  const parsed = ipaddr.process(address)
  if (parsed.kind() === 'ipv4') return parsed.toString()
  return `${(parsed as ipaddr.IPv6).parts
    .slice(0, 4)
    .map((part) => part.toString(16))
    .join(':')}::/64`
}

/** Before a password is checked. `forgive` gives the tries back once it was right. @throws TooMany */
export async function limitSignIn(remoteAddress: string, email: string): Promise<{ forgive: () => Promise<void> }> {
  const network = networkOf(remoteAddress)
  const pair = `${network} ${emailKey(email)}`
  await take(limits.signInNetwork, network)
  await take(limits.signInAccount, pair)
  return {
    async forgive() {
      await limits.signInAccount.delete(pair)
      await limits.signInNetwork.reward(network, 1)
    },
  }
}

/** Before a reset mail is asked for; the same whether or not the address is known. @throws TooMany */
export async function limitForgotten(remoteAddress: string, email: string): Promise<void> {
  const network = networkOf(remoteAddress)
  await take(limits.forgottenNetwork, network)
  await take(limits.forgottenPair, `${network} ${emailKey(email)}`)
  await take(limits.forgottenAccount, emailKey(email))
}

/** Before the first admin is made. @throws TooMany */
export const limitFirstAdmin = (remoteAddress: string) => take(limits.firstAdmin, networkOf(remoteAddress))

/** Before a mailed link (invitation, new password) is used. @throws TooMany */
export const limitLink = (remoteAddress: string) => take(limits.link, networkOf(remoteAddress))

/** Before an answer of somebody unknown is taken. @throws TooMany */
export const limitDoorAnswers = (remoteAddress: string) => take(limits.doorAnswers, networkOf(remoteAddress))

/** Before a lead is taken by a personal link. @throws TooMany */
export async function limitReferrals(remoteAddress: string, code: string): Promise<void> {
  await take(limits.referralNetwork, networkOf(remoteAddress))
  await take(limits.referralLink, code)
}

/** Before a visit to a personal link is counted. @throws TooMany */
export const limitReferralVisits = (remoteAddress: string) => take(limits.referralVisits, networkOf(remoteAddress))

/** Before a signed-in person's old password is checked. @throws TooMany */
export const limitPassword = (userId: string) => take(limits.password, userId)

/** Before an address that a signed-in person typed is called to try it. @throws TooMany */
export const limitTestCall = (userId: string) => take(limits.testCall, userId)

async function take(limiter: RateLimiterMemory, key: string): Promise<void> {
  try {
    await limiter.consume(key)
  } catch (reason) {
    if (reason instanceof RateLimiterRes) throw new TooMany(Math.max(1, Math.ceil(reason.msBeforeNext / 1000)))
    throw reason
  }
}
