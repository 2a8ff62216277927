import { expect } from 'vitest'
import { quietWindow } from '#app/responses/evidence.ts'
import type { Integrity } from '#db/enums/surveys.ts'
import { devices, type Replay } from '#test/answering/replay.ts'

/* What people do with the links of a mail. */

const { phone, laptop, gateway } = devices
const minute = 60_000
const longAfter = quietWindow + minute
const allScores = Array.from({ length: 11 }, (_, score) => score)

export interface HumanCase {
  name: string
  does: (r: Replay) => Promise<unknown>
  /** The scores that count in the end; else what is kept and shown: an open click, or an answer to be confirmed. */
  comes: Record<Integrity, { counted: number[] } | { click: number } | { unconfirmed: number }>
}
const counted = (...scores: number[]) => ({ counted: scores })
const always = <T>(one: T) => ({ strict: one, balanced: one, on_load: one })

/** Taps a score in the mail, and touches the page. */
export async function tapAndTouch(r: Replay, score: number, device = phone, link?: { id: string; gen: number }) {
  const page = await r.by(device, link).open(`?score=${score}`)
  r.wait(1_500)
  expect((await r.by(device, link).seen(page, score)).status).toBe(204)
  return page
}

export const people: HumanCase[] = [
  {
    name: 'taps and closes within a second',
    does: (r) => r.by(phone).open('?score=9'),
    comes: always({ click: 9 }),
  },
  {
    name: 'taps, touches and closes',
    does: (r) => tapAndTouch(r, 2),
    comes: { strict: { unconfirmed: 2 }, balanced: counted(2), on_load: counted(2) },
  },
  {
    name: 'taps and submits, with or without script',
    async does(r) {
      const page = await r.by(phone).open('?score=9')
      r.wait(1_500)
      expect((await r.by(phone).press(page, 9)).status).toBe(303)
    },
    comes: always(counted(9)),
  },
  {
    name: 'taps, touches, and sends a comment long after the quiet window',
    async does(r) {
      const page = await tapAndTouch(r, 9)
      r.wait(longAfter)
      await r.work()
      expect((await r.by(phone).press(page, 8, { comment: 'on second thoughts' })).status).toBe(303)
    },
    comes: always(counted(8)),
  },
  {
    name: 'touches the page and chooses another score on it',
    async does(r) {
      const page = await tapAndTouch(r, 9)
      r.wait(1_000)
      await r.by(phone).seen(page, 7)
      await r.by(phone).seen(page, 8)
      await r.by(phone).seen(page, 7)
    },
    comes: { strict: { unconfirmed: 7 }, balanced: counted(7), on_load: counted(7) },
  },
  {
    name: 'answers on two devices',
    async does(r) {
      await tapAndTouch(r, 9)
      r.wait(30_000)
      const page = await r.by(laptop).open('?score=9')
      r.wait(4_000)
      expect((await r.by(laptop).press(page, 9, { comment: 'twice' })).status).toBe(303)
    },
    comes: always(counted(9)),
  },
  {
    name: 'taps 9, thinks again and taps 7',
    async does(r) {
      await tapAndTouch(r, 9)
      r.wait(30_000)
      await tapAndTouch(r, 7)
    },
    comes: { strict: { unconfirmed: 7 }, balanced: counted(7), on_load: counted(7) },
  },
  {
    name: 'corrects a sent 9 to 7',
    async does(r) {
      const page = await r.by(phone).open('?score=9')
      r.wait(2_000)
      await r.by(phone).press(page, 9)
      r.wait(minute)
      const again = await r.by(phone).open('?score=7')
      r.wait(2_000)
      const asked = await r.by(phone).press(again, 7)
      r.wait(2_000)
      expect((await r.by(phone).press(asked, 7)).status).toBe(303)
    },
    comes: always(counted(7)),
  },
  {
    name: 'comes hours after a scanner',
    async does(r) {
      for (const score of allScores) await r.by(gateway).open(`?score=${score}`)
      r.wait(180 * minute)
      await tapAndTouch(r, 9)
    },
    comes: { strict: { unconfirmed: 9 }, balanced: counted(9), on_load: counted(9) },
  },
  {
    name: 'comes minutes after a scanner, when nobody can tell them apart without a press',
    async does(r) {
      for (const score of allScores) await r.by(gateway).open(`?score=${score}`)
      r.wait(4 * minute)
      await tapAndTouch(r, 9)
    },
    comes: always({ unconfirmed: 9 }),
  },
  {
    name: 'comes minutes after a scanner, and presses',
    async does(r) {
      for (const score of allScores) await r.by(gateway).open(`?score=${score}`)
      r.wait(minute)
      const page = await tapAndTouch(r, 9)
      expect((await r.by(phone).press(page, 9)).status).toBe(303)
    },
    comes: always(counted(9)),
  },
  {
    name: 'was prefetched by their own mail program',
    async does(r) {
      for (const score of allScores) await r.by(phone).open(`?score=${score}`, { 'sec-purpose': 'prefetch' })
      r.wait(5_000)
      await tapAndTouch(r, 9)
    },
    comes: { strict: { unconfirmed: 9 }, balanced: counted(9), on_load: counted(9) },
  },
]
