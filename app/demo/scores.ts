import { below, chance, normal, slot } from '#app/demo/random.ts'
import type { Country } from '#app/demo/companies.ts'

/*
 * How many of a hundred give each score at the same satisfaction. People in Japan use the middle of a scale, people in
 * the United States its ends; a score means something only beside those of its own country.
 */
const nps: Record<Country, readonly number[]> = {
  JP: [1, 0.6, 1, 2.6, 3.6, 13.5, 13, 20, 23.5, 11.5, 9.7], // about −14
  US: [2, 1, 1, 1.5, 1.5, 4.5, 5.5, 11, 21, 21.5, 29.5], // about +34
  GB: [1.5, 0.8, 1, 1.7, 1.8, 5, 6.2, 13, 23, 22, 24], // about +28
  DE: [1.5, 0.8, 1.2, 2.2, 2.8, 7.5, 9, 19, 27, 16, 13], // about +4
}
const csat: Record<Country, readonly number[]> = {
  JP: [2.5, 6, 22, 47, 22.5],
  US: [5, 5, 9, 27, 54],
  GB: [4, 5, 11, 31, 49],
  DE: [3.5, 6, 14, 40, 36.5],
}

/** Of a hundred who are asked, so many answer. */
export const answerRate: Record<Country, number> = { JP: 0.33, US: 0.26, GB: 0.28, DE: 0.3 }

/** What happened to everybody, wave by wave: a good year, an outage, the way back. In standard deviations. */
const weather = [-0.08, 0, 0.1, -0.55, -0.28, 0, 0.16, 0.24]
export const outageWave = 3

/** German customers had a rough start, and a German-speaking team since the second wave. */
const segment = (country: Country, wave: number) => (country === 'DE' ? -0.4 + 0.11 * wave : 0)

export interface Mood {
  country: Country
  /** How the company feels, in standard deviations. */
  company: number
  /** How the person feels beside that. */
  person: number
  /** Names this occasion for chance. */
  key: string
}

/** 0–10: a company and a person keep their opinion from wave to wave, more or less. */
export function npsScore(mood: Mood, wave: number): number {
  const z = 0.5 * mood.company + 0.62 * mood.person + 0.6 * normal('nps', mood.key, wave)
  return slot(nps[mood.country], below(z + (weather[wave] ?? 0) + segment(mood.country, wave)))
}

/** 1–5, after a ticket: more about the day than about the company. */
export function csatScore(mood: Mood, troubled: boolean): number {
  const z = 0.25 * mood.company + 0.4 * mood.person + 0.88 * normal('csat', mood.key)
  return 1 + slot(csat[mood.country], below(z - (troubled ? 0.35 : 0)))
}

/** Who answers once answers again more easily; unhappy people write longer, so more of them comment. */
export const answers = (country: Country, habit: number, key: string, pull = 1) =>
  chance('answers', key) < answerRate[country] * pull * (0.35 + 1.3 * habit)

export const comments = (low: boolean, key: string) => chance('comments', key) < (low ? 0.62 : 0.45)
