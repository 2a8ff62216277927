import { expect, test } from 'vitest'
import { fitsPlaybook, pickPlaybook, playbookSchema, stepsOf } from '#app/cases/playbooks/playbook.ts'

const reason = { metric: 'nps', severity: 'high', topicIds: new Set(['top_support', 'top_price']) }

test('a playbook fits when every list it has holds something of the case', () => {
  expect(fitsPlaybook({}, reason)).toBe(true)
  expect(fitsPlaybook({ metrics: ['csat', 'nps'], severities: ['high'], topicIds: ['top_price'] }, reason)).toBe(true)
  expect(fitsPlaybook({ severities: ['low'] }, reason)).toBe(false)
  expect(fitsPlaybook({ topicIds: ['top_docs'] }, reason)).toBe(false)
  expect(fitsPlaybook({ metrics: ['nps'] }, { ...reason, metric: null })).toBe(false)
})

test('of those that fit a topic says more than severity and metric together, and of equals the first is taken', () => {
  const list = [
    { name: 'all', when: {} },
    { name: 'both', when: { metrics: ['nps'], severities: ['high'] } }, // 1 + 2
    { name: 'topic', when: { topicIds: ['top_support'] } }, // 4
    { name: 'other topic', when: { topicIds: ['top_price'] } }, // 4
    { name: 'no', when: { topicIds: ['top_docs'], severities: ['high'] } },
  ]
  expect(pickPlaybook(list, reason)?.name).toBe('topic')
  expect(pickPlaybook(list, { ...reason, topicIds: new Set() })?.name).toBe('both')
  expect(pickPlaybook(list.slice(0, 1), reason)?.name).toBe('all')
  expect(pickPlaybook([], reason)).toBeNull()
})

test('a step keeps its id when it moves, and when its words change in their place', () => {
  const before = ['a', 'b', 'c'].map((text) => ({ id: `stp_${text}`, text }))
  let n = 0
  const steps = (lines: string[]) => stepsOf(lines, before, () => `new_${n++}`).map(({ id }) => id)
  expect(steps(['c', 'a', 'b'])).toEqual(['stp_c', 'stp_a', 'stp_b'])
  expect(steps(['a', 'B', 'c'])).toEqual(['stp_a', 'stp_b', 'stp_c'])
  expect(steps(['a', 'a'])).toEqual(['stp_a', 'new_0'])
  expect(steps(['c', 'x', 'a'])).toEqual(['stp_c', 'stp_b', 'stp_a'])
})

test('steps are lines without the empty ones, at least one and at most twenty', () => {
  const read = (steps: string) => playbookSchema.safeParse({ name: 'x', steps })
  expect(read(' a  b \r\n\r\n c ').data?.steps).toEqual(['a b', 'c'])
  expect(read(' \n ').success).toBe(false)
  expect(read(Array(21).fill('a').join('\n')).success).toBe(false)
  expect(read('a'.repeat(201)).success).toBe(false)
})
