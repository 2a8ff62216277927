import { readFileSync } from 'node:fs'
import {
  chromium as playwright,
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  type Page,
} from 'playwright-core'
import { inject } from 'vitest'

export type { Page } from 'playwright-core'

/** A real browser with Japanese glyphs. */
export function openBrowser(): Promise<Browser> {
  return playwright.launch({
    executablePath: inject('chromium'),
    // Not the arguments of its package: those run everything in one process and switch web security off.
    args: ['--no-sandbox', '--disable-gpu', '--font-render-hinting=none'],
    headless: true,
    env: { ...process.env, FONTCONFIG_PATH: inject('fonts') },
  })
}

/** What somebody's browser complained about: errors of scripts, refusals of our policy. */
export interface Visitor {
  readonly context: BrowserContext
  readonly page: Page
  readonly complaints: string[]
}

/** One person at one device, with cookies of their own. */
export async function visitor(browser: Browser, options: BrowserContextOptions = {}): Promise<Visitor> {
  const context = await browser.newContext(options)
  const page = await context.newPage()
  const complaints: string[] = []
  page.on('pageerror', (error) => complaints.push(`${page.url()}: ${error.message}`))
  page.on('console', (message) => {
    if (message.type() === 'error' && !/status of 4\d\d/.test(message.text()))
      complaints.push(`${page.url()}: ${message.text()}`)
  })
  return { context, page, complaints }
}

const axeSource = readFileSync('node_modules/axe-core/axe.min.js', 'utf8')

interface AxeResults {
  violations: { id: string; help: string; nodes: { target: unknown[] }[] }[]
}

const allRules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

/**
 * What axe finds wrong on the page as it stands (WCAG 2.2 A and AA, with its colours, without them, or these only): one
 * line each. Run from outside, since our own policy refuses an injected script.
 */
export async function accessibilityFaults(
  page: Page,
  colours: 'with' | 'without' | 'only' = 'with',
): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(axeSource)
  const results = await page.evaluate(
    (options) => {
      const { axe } = globalThis as unknown as { axe: { run(options: object): Promise<AxeResults> } }
      return axe.run(options)
    },
    {
      runOnly: colours === 'only' ? ['color-contrast'] : allRules,
      ...(colours === 'without' && { rules: { 'color-contrast': { enabled: false } } }),
    },
  )
  const path = new URL(page.url()).pathname
  return results.violations.map((fault) => `${path}: ${fault.id} (${fault.help}) at ${fault.nodes.slice(0, 3).map((node) => node.target.join(' ')).join(' | ')}`) // prettier-ignore
}

/** Whether the page is wider than the screen, which on a phone means scrolling sideways. */
export const overflows = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth)
