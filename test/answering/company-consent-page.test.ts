import { expect, test } from 'vitest'
import { consentToken } from '#app/advocacy/company/consent-token.server.ts'
import { listCompanyConsents } from '#app/advocacy/company/list-company-consents.server.ts'
import * as route from '#app/answering/routes/company-consent.ts'
import { companyAgrees } from '#test/advocacy/company-world.ts'
import { visit } from '#test/advocacy/quoting.ts'
import { fieldOf } from '#test/answering/browse.ts'
import { world } from '#test/world.ts'

test('a company reads what it agreed to behind its link, and takes it back with a press, not by opening it', async () => {
  const w = await world()
  const account = await w.account({ name: 'Aoi <b>Trading' })
  const { id } = await companyAgrees(w, account.id)
  const token = consentToken(w.keys, id)
  const state = async () => (await listCompanyConsents(w.ctx(), account.id))[0]!.state
  const open = await visit(w, route, `/c/${token}`, { token })
  expect(open.status).toBe(200)
  expect(open.text).toContain('Aoi &lt;b&gt;Trading lets Sora publish a case study')
  const fields = { act: 'withdraw', nonce: fieldOf(open.text, 'nonce'), lang: 'en' }
  expect((await visit(w, route, `/c/${token}`, { token, fields })).status).toBe(202)
  expect((await visit(w, route, `/c/${token}`, { token, fields: { act: 'withdraw' } })).status).toBe(202)
  expect(await state()).toBe('given')
  w.clock.advance(10_000)
  for (let i = 0; i < 2; i++) expect((await visit(w, route, `/c/${token}`, { token, fields })).status).toBe(303)
  expect(await state()).toBe('withdrawn')
  expect((await visit(w, route, `/c/${token}`, { token })).text).toContain('This consent has ended')
  expect((await visit(w, route, '/c/cst_x.y.z', { token: 'cst_x.y.z' })).status).toBe(404)
})
