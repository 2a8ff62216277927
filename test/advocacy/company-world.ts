import { giveCompanyConsent, type GivenConsent } from '#app/advocacy/company/give-company-consent.server.ts'
import type { World } from '#test/world.ts'

/** A PDF as far as its first bytes tell. */
export const pdf = (text = 'signed') => new TextEncoder().encode(`%PDF-1.7\n${text}`)

/** A company agrees to a case study, on the day of the world. */
export const companyAgrees = (w: World, accountId: string, more: Partial<GivenConsent> = {}) =>
  giveCompanyConsent(w.ctx(), {
    accountId,
    kind: 'case_study',
    language: 'en',
    agreedBy: 'Director Sato',
    agreedOn: '2026-03-02',
    ...more,
  })
