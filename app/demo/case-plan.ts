import { inHours } from '#app/demo/days.ts'
import { between, chance, slot } from '#app/demo/random.ts'
import { DAY, HOUR } from '#app/platform/day.ts'

export type Step =
  'claim' | 'call' | 'meeting' | 'mail_out' | 'note' | 'work' | 'wait' | 'resolve' | 'close' | 'reopen' | 'dismiss'

/** The steps to each state in which a case of the last days is found: one after the other, so that none is missing. */
const found: readonly Step[][] = [
  [],
  ['claim', 'call'],
  ['claim', 'call', 'note', 'work'],
  ['claim', 'mail_out', 'wait'],
  ['claim'],
  ['claim', 'call', 'work', 'resolve'],
  [],
  ['claim', 'mail_out'],
  ['claim', 'call', 'resolve', 'close'],
  ['claim', 'meeting', 'work', 'note'],
]

/** What becomes of an older one: steps with the days before each. */
const courses: readonly { weight: number; steps: readonly (readonly [Step, number, number])[] }[] = [
  {
    weight: 34,
    steps: [
      ['claim', 0.1, 0.8],
      ['call', 0.1, 1.2],
      ['work', 0.5, 2],
      ['resolve', 2, 9],
      ['close', 4, 8],
    ],
  },
  {
    weight: 16,
    steps: [
      ['claim', 0.1, 1],
      ['meeting', 1, 4],
      ['note', 0.2, 2],
      ['work', 0.2, 2],
      ['resolve', 4, 14],
      ['close', 5, 9],
    ],
  },
  {
    weight: 14,
    steps: [
      ['claim', 0.1, 1],
      ['mail_out', 0.1, 1],
      ['wait', 0.1, 1],
      ['call', 2, 6],
      ['work', 0.1, 1],
      ['resolve', 1, 6],
      ['close', 5, 9],
    ],
  },
  {
    weight: 14,
    steps: [
      ['call', 0.1, 1.5],
      ['resolve', 0.2, 3],
      ['close', 4, 8],
    ],
  },
  {
    weight: 8,
    steps: [
      ['claim', 0.1, 1],
      ['call', 0.3, 2],
      ['resolve', 2, 6],
      ['reopen', 1, 4],
      ['note', 0.1, 0.5],
      ['resolve', 3, 9],
      ['close', 5, 9],
    ],
  },
  {
    weight: 8,
    steps: [
      ['claim', 2, 5],
      ['call', 1, 3],
      ['work', 1, 4],
      ['resolve', 6, 16],
      ['close', 6, 9],
    ],
  }, // late
  {
    weight: 6,
    steps: [
      ['claim', 0.1, 1],
      ['call', 0.2, 1.5],
      ['dismiss', 0.1, 2],
    ],
  },
]

/** When its owner does what, in office hours; a case of the last twelve days is left in one of the states that there are. */
export function planCase({
  openedAt,
  anchor,
  key,
  nth,
}: {
  openedAt: number
  anchor: number
  key: string
  nth: number
}) {
  const plan: { at: number; step: Step }[] = []
  if (anchor - openedAt < 12 * DAY) {
    const steps = found[nth % found.length]!
    const span = (anchor - openedAt) / (steps.length + 1)
    let last = openedAt
    for (const [i, step] of steps.entries()) {
      const wished = openedAt + span * (i + between(0.4, 1, 'step', key, i))
      const at = inHours(wished)
      last = Math.max(last + 2, at < anchor - HOUR ? at : wished)
      plan.push({ at: last, step })
    }
    return plan
  }
  const { steps } =
    courses[
      slot(
        courses.map(({ weight }) => weight),
        chance('course', key),
      )
    ]!
  let at = openedAt
  for (const [i, [step, low, high]] of steps.entries()) {
    at = inHours(at + between(low, high, 'step', key, i) * DAY)
    plan.push({ at, step })
  }
  return plan
}
