import { DAY, MINUTE } from '#app/platform/day.ts'

/** A session ends when it wasn't used for this long… */
export const IDLE = 14 * DAY
/** …and at this age in any case. */
export const LONGEST = 90 * DAY
/** How often its use is written down. */
export const SEEN_EVERY = MINUTE

/** When a session that is used now ends by itself. */
export const expiryOf = (createdAt: number, now: number) => Math.min(now + IDLE, createdAt + LONGEST)

/** Browser and system in words that both languages use, from a User-Agent header; shown in the list of one's sessions. */
export function deviceOf(userAgent: string | null): string {
  const agent = userAgent ?? ''
  const browser = browsers.find(([pattern]) => pattern.test(agent))?.[1]
  const system = systems.find(([pattern]) => pattern.test(agent))?.[1]
  return [browser, system].filter(Boolean).join(' · ')
}

const browsers: [RegExp, string][] = [
  [/\bEdg/, 'Edge'],
  [/\b(OPR|Opera)\b/, 'Opera'],
  [/\bFirefox|FxiOS/, 'Firefox'],
  [/Chrome|CriOS|Chromium/, 'Chrome'],
  [/\bSafari/, 'Safari'],
  [/^curl/, 'curl'],
]
const systems: [RegExp, string][] = [
  [/iPhone|iPad/, 'iOS'],
  [/Android/, 'Android'],
  [/Windows/, 'Windows'],
  [/Mac OS X|Macintosh/, 'macOS'],
  [/CrOS/, 'ChromeOS'],
  [/Linux/, 'Linux'],
]
