import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  invitationToken,
  openInvitationToken,
  openUnsubscribeToken,
  unsubscribeToken,
} from '#app/delivery/invitation-token.server.ts'
import { newId } from '#app/platform/ids.server.ts'
import { makeKeyring } from '#app/platform/keyring.server.ts'

const keys = makeKeyring(['a secret of the tests, longer than 32 characters'])
const link = { id: newId('inv', 1_772_400_000_000), gen: 1 }

describe('the link of an invitation', () => {
  it('names its invitation and generation, and can be made again', () => {
    const token = invitationToken(keys, link)
    expect(token).toMatch(/^[\w.:-]+$/)
    expect(openInvitationToken(keys, token)).toEqual(link)
    expect(invitationToken(keys, link)).toBe(token)
  })

  it('opens under an old secret after a new one was put first', () => {
    const token = invitationToken(keys, link)
    const both = makeKeyring([
      'a newer secret of the tests, longer than that',
      'a secret of the tests, longer than 32 characters',
    ])
    expect(openInvitationToken(both, token)).toEqual(link)
    expect(openInvitationToken(makeKeyring(['another secret altogether, as long as it must be']), token)).toBeNull()
  })

  it('is for one purpose', () => {
    expect(openUnsubscribeToken(keys, invitationToken(keys, link))).toBeNull()
    expect(openInvitationToken(keys, unsubscribeToken(keys, link))).toBeNull()
    expect(openUnsubscribeToken(keys, unsubscribeToken(keys, link))).toEqual(link)
  })

  it('is refused when any character is changed, left out or added', () => {
    const token = invitationToken(keys, link)
    fc.assert(
      fc.property(
        fc.nat(token.length - 1),
        fc.constantFrom(...'abcXYZ019-_.:'),
        fc.constantFrom('change', 'drop', 'add'),
        (at, sign, how) => {
          const altered =
            how === 'change'
              ? token.slice(0, at) + sign + token.slice(at + 1)
              : how === 'drop'
                ? token.slice(0, at) + token.slice(at + 1)
                : token.slice(0, at) + sign + token.slice(at)
          if (altered !== token) expect(openInvitationToken(keys, altered)).toBeNull()
        },
      ),
      { numRuns: 500 },
    )
  })

  it('is refused for another generation or invitation under the same signature', () => {
    const token = invitationToken(keys, link)
    expect(openInvitationToken(keys, token.replace(':1.', ':2.'))).toBeNull()
    expect(openInvitationToken(keys, '')).toBeNull()
    expect(openInvitationToken(keys, keys.sign('survey', 'usr_x:1'))).toBeNull()
  })
})
