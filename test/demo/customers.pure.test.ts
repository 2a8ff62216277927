import { expect, it } from 'vitest'
import { sayingsEn, tailsEn } from '#app/demo/comments-en.ts'
import { sayingsJa, tailsJa } from '#app/demo/comments-ja.ts'
import { makeCompanies, regions } from '#app/demo/companies.ts'
import { composeComment } from '#app/demo/compose-comment.ts'
import { inHours, midnight, onWorkday, weekday } from '#app/demo/days.ts'
import { makePeople } from '#app/demo/people.ts'
import { below, chance } from '#app/demo/random.ts'
import { npsScore } from '#app/demo/scores.ts'
import { Timeline } from '#app/demo/timeline.ts'
import { topics } from '#app/demo/topics.ts'
import { HOUR } from '#app/platform/day.ts'
import { classOf } from '#app/statistics/scale.ts'
import { classes } from '#db/enums/statistics.ts'

const companies = makeCompanies(1)
const people = makePeople(companies)

it('one demo is 120 companies in four countries and 1,000 people; ten are ten times as many', () => {
  const of = (country: string) => companies.filter((company) => company.country === country).length
  expect([of('JP'), of('US'), of('GB'), of('DE')]).toEqual([60, 30, 15, 15])
  expect(people).toHaveLength(1000)
  const ten = makeCompanies(10)
  expect(ten).toHaveLength(1200)
  expect(makePeople(ten)).toHaveLength(10_000)
  expect(new Set(ten.map(({ domain }) => domain)).size).toBe(1200)
  expect(new Set(ten.map(({ name }) => name)).size).toBe(1200)
})

it('every address ends in .example, where nothing is ever delivered, and is one person’s', () => {
  const emails = makePeople(makeCompanies(10)).flatMap(({ email }) => (email ? [email] : []))
  expect(emails.filter((email) => !/^[a-z0-9.]+@[a-z0-9-]+\.example$/.test(email))).toEqual([])
  expect(new Set(emails).size).toBe(emails.length)
})

it('companies of every country have every size', () => {
  for (const country of Object.keys(regions))
    expect(new Set(companies.filter((company) => company.country === country).map(({ tier }) => tier)).size).toBe(3)
})

it('at the same mood people score by the habits of their country', () => {
  const nps = (country: 'JP' | 'US' | 'GB' | 'DE') => {
    let sum = 0
    for (let i = 0; i < 4000; i++) {
      const mood = { country, company: gauss(i, 'c'), person: gauss(i, 'p'), key: `${i}` }
      const of = classOf('nps', npsScore(mood, 1))
      sum += of === 'high' ? 1 : of === 'low' ? -1 : 0
    }
    return (100 * sum) / 4000
  }
  expect(nps('JP')).toBeGreaterThan(-25)
  expect(nps('JP')).toBeLessThan(-8)
  expect(nps('US')).toBeGreaterThan(25)
  expect(nps('GB')).toBeGreaterThan(18)
  expect(nps('DE')).toBeLessThan(nps('GB'))
})

const gauss = (i: number, of: string) =>
  Math.sqrt(-2 * Math.log(1 - chance(i, of))) * Math.cos(2 * Math.PI * chance(of, i))

it('about every topic something different is said by each class, in both languages', () => {
  const all = topics.flatMap((topic) =>
    classes.flatMap((of) => [...sayingsEn[topic][of], ...sayingsJa[topic][of]].map((text) => text)),
  )
  expect(all.length).toBeGreaterThanOrEqual(240)
  expect(new Set(all).size).toBe(all.length)
  const japanese = /[\u3040-\u30ff]/
  for (const topic of topics)
    for (const of of classes) {
      expect(sayingsEn[topic][of].filter((text) => japanese.test(text))).toEqual([])
      expect(sayingsJa[topic][of].filter((text) => !japanese.test(text) || !text.endsWith('。'))).toEqual([])
    }
  expect(Object.keys(tailsEn)).toEqual(Object.keys(tailsJa))
})

it('a comment is whole, and hardly anybody says what another has said', () => {
  const used = new Set<string>()
  const texts = Array.from({ length: 600 }, (_, i) => {
    const score = [2, 5, 8, 10][i % 4]!
    const occasion = { score, class: classOf('nps', score), language: i % 2 ? 'en' : 'ja', key: `k${i}` } as const
    return composeComment(occasion, topics[Math.floor(i / 4) % topics.length]!, used)
  })
  expect(texts.filter((text) => /[[\]|]/.test(text) || text.trim() !== text)).toEqual([])
  expect(new Set(texts).size).toBeGreaterThan(540)
})

it('time is kept: midnight and office hours in Tokyo, working days, the earliest first', () => {
  const saturday = Date.parse('2026-03-07T02:00:00Z')
  expect(weekday(saturday)).toBe(6)
  expect(weekday(onWorkday(saturday))).toBe(5)
  expect(new Date(midnight(saturday)).toISOString()).toBe('2026-03-06T15:00:00.000Z')
  expect(new Date(inHours(saturday)).toISOString()).toBe('2026-03-09T02:00:00.000Z')
  const night = Date.parse('2026-03-02T20:20:00Z') // 5:20 on Tuesday in Tokyo
  expect(inHours(night)).toBe(night + 3.5 * HOUR)
  const timeline = new Timeline<string>()
  for (const [at, what] of [
    [3, 'd'],
    [1, 'a'],
    [2, 'b'],
    [2, 'c'],
  ] as const)
    timeline.add(at, what)
  const order: string[] = []
  for (let next = timeline.next(); next; next = timeline.next()) order.push(next.what)
  expect(order.join('')).toBe('abcd')
  expect(below(0)).toBeCloseTo(0.5, 6)
  expect(below(1.96)).toBeCloseTo(0.975, 3)
})
