import { loadDemo } from '#app/demo/load-demo.server.ts'
import { mailStreams, mailTemplates } from '#app/mails.server.ts'
import { registry } from '#app/subscriptions.server.ts'
import type { World } from '#test/world.ts'

/** Monday, 2 March 2026, midnight in Tokyo. */
export const anchor = Date.parse('2026-03-01T15:00:00Z')
export const trade = { registry, mail: { mailStreams, mailTemplates }, from: 'Koe <koe@localhost>' }
export const password = 'demo-tests-only-12'

/** A part of the demo, in an empty world. */
export const load = (w: World, scale: number) => loadDemo(w.system(), { anchor, scale, password, trade })
