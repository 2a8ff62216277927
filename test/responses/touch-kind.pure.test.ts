import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { doubtsAbout, judgeEvidence, mostTentative, type Seen } from '#app/responses/evidence.ts'
import { judge } from '#app/responses/response.ts'
import { sortTouches, type Followed } from '#app/responses/touch-kind.ts'

let made = 0
const touch = (over: Partial<Followed> = {}): Followed => ({
  id: `t${++made}`,
  at: 1_000_000,
  method: 'GET',
  score: 9,
  network: '203.0.113.0/24',
  agentHash: 'a',
  flags: [],
  ...over,
})
const kinds = (touches: Followed[]) => {
  const sorted = sortTouches(touches)
  return touches.map(({ id }) => sorted.get(id))
}

describe('who made a touch', () => {
  it.each([
    ['a link that was followed', touch(), 'person'],
    ['HEAD', touch({ method: 'HEAD' }), 'head'],
    ['a page made ahead', touch({ flags: ['prefetch'] }), 'prefetch'],
    ['a robot that says so, also with HEAD', touch({ method: 'HEAD', flags: ['robot'] }), 'robot'],
    ['the link that nobody sees', touch({ score: null, flags: ['hidden_link'] }), 'hidden_link'],
    ['the way out alone', touch({ score: null, flags: ['unsubscribe'] }), 'person'],
    ['what a page posts', touch({ method: 'POST' }), 'person'],
  ])('%s', (_name, one, kind) => expect(kinds([one])).toEqual([kind]))

  const at = (ms: number, over: Partial<Followed> = {}) => touch({ at: 1_000_000 + ms, ...over })
  it.each<[string, Followed[], string[]]>([
    ['two scores three seconds apart', [at(0), at(3_000, { score: 8 })], ['burst', 'burst']],
    ['two scores a moment further apart', [at(0), at(3_001, { score: 8 })], ['person', 'person']],
    ['the same score twice at once', [at(0), at(10)], ['person', 'person']],
    ['a chain of scores, two seconds between them', [at(0), at(2_000, { score: 8 }), at(4_000, { score: 7 })], ['burst', 'burst', 'burst']],
    ['HEAD of one score beside GET of another', [at(0, { method: 'HEAD', score: 1 }), at(500)], ['head', 'burst']],
    ['pages made ahead beside a person', [at(0, { flags: ['prefetch'], score: 1 }), at(500)], ['prefetch', 'person']],
    ['a robot beside a person', [at(0, { flags: ['robot'], score: 1 }), at(500)], ['robot', 'person']],
    ['score and way out together', [at(2_999, { score: null, flags: ['unsubscribe'] }), at(0)], ['with_unsubscribe', 'with_unsubscribe']],
    ['score and way out, read in between', [at(9_000, { score: null, flags: ['unsubscribe'] }), at(0)], ['person', 'person']],
    ['who took the hidden link, and what they took before', [at(0), at(300_000, { score: null, flags: ['hidden_link'] })], ['hidden_link', 'hidden_link']],
    ['who took the hidden link, and somebody else', [at(0, { agentHash: 'b' }), at(300_000, { score: null, flags: ['hidden_link'] })], ['person', 'hidden_link']],
    ['two scores told by one page', [at(0, { method: 'POST' }), at(500, { method: 'POST', score: 7 })], ['person', 'person']],
  ])('%s', (_name, touches, expected) => expect(kinds(touches)).toEqual(expected)) // prettier-ignore

  it('is the same in whatever order they are looked at', () => {
    const some = fc.array(
      fc.record({
        at: fc.integer({ min: 0, max: 20_000 }),
        score: fc.option(fc.integer({ min: 0, max: 10 })),
        method: fc.constantFrom('GET', 'HEAD', 'POST'),
        agentHash: fc.constantFrom('a', 'b'),
        flags: fc.subarray(['prefetch', 'robot', 'hidden_link', 'unsubscribe']),
      }),
      { maxLength: 12 },
    )
    fc.assert(
      fc.property(some, (all) => {
        const touches = all.map((over) => touch(over))
        expect(sortTouches(touches.toReversed())).toEqual(sortTouches(touches))
      }),
    )
  })
})

describe('an answer without a press', () => {
  const seen: Seen = { score: 9, gesture: 'touch', automated: false, robot: false }
  const sent = (score: number, standing: string, evidence = 'explicit') => ({ score, standing, evidence })
  it.each([
    ['is tentative', seen, 'balanced', [], 'tentative'],
    ['is tentative where only a press counts', seen, 'strict', [], 'tentative'],
    ['is nothing when the page was only opened', { ...seen, gesture: 'load' }, 'balanced', [], undefined],
    ['may be the opening of the page where that is enough', { ...seen, gesture: 'load' }, 'on_load', [], 'tentative'],
    ['is kept aside when a program drives the browser', { ...seen, automated: true }, 'on_load', [], 'quarantined'],
    ['is kept aside when it calls itself a robot', { ...seen, robot: true }, 'balanced', [], 'quarantined'],
    ['is nothing when it says what counts already', seen, 'balanced', [sent(9, 'accepted')], undefined],
    ['is kept aside when it would change what counts', seen, 'balanced', [sent(3, 'accepted')], 'quarantined'],
    ['is kept aside when the person took the answer back', seen, 'balanced', [sent(9, 'withdrawn')], 'quarantined'],
    ['is nothing the second time', seen, 'balanced', [sent(9, 'tentative', 'implicit')], undefined],
    ['follows what is chosen', seen, 'balanced', [sent(9, 'superseded', 'implicit'), sent(8, 'tentative', 'implicit')], 'tentative'],
    ['is nothing after twenty', seen, 'balanced', Array(mostTentative).fill(sent(8, 'superseded', 'implicit')), undefined],
  ] as const)('%s', (_name, given, mode, revisions, standing) => {
    expect(judgeEvidence(given as Seen, mode, revisions as never)?.standing).toBe(standing)
  }) // prettier-ignore

  const at = 10_000_000
  const from = { network: 'n', agentHash: 'a' }
  it.each([
    ['a burst nine minutes before', { at: at - 9 * 60_000, kind: 'burst' }, ['burst']],
    ['a burst nine minutes after', { at: at + 9 * 60_000, kind: 'burst' }, ['burst']],
    ['another machine’s burst hours before', { at: at - 3 * 3_600_000, kind: 'burst' }, []],
    ['its own burst hours before', { at: at - 3 * 3_600_000, kind: 'burst', ...from }, ['burst']],
    ['pages made ahead', { at, kind: 'prefetch', ...from }, []],
    ['HEAD', { at, kind: 'head', ...from }, []],
  ] as const)('%s speaks against it: %#', (_name, machine, doubts) => {
    const other = { network: 'm', agentHash: 'b', ...machine }
    expect(doubtsAbout({ at, from }, [other as never])).toEqual(doubts)
  })

  it('gives way to a press on the same page, however late, and not on another', () => {
    const confirmed = { score: 9, comment: null, at, submissionKey: 'page~1' }
    const press = (key: string) =>
      judge({ score: 8, comment: 'late', at: at + 600_000, nonce: { key, issuedAt: at - 60_000, confirms: null } }, confirmed, null).kind // prettier-ignore
    expect([press('page'), press('other')]).toEqual(['accept', 'quarantine'])
  })
})
