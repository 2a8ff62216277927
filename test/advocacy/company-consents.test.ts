import { eq } from 'drizzle-orm'
import { beforeEach, describe, expect, test } from 'vitest'
import { blocksOf } from '#app/advocacy/asking/blocks.ts'
import { rulesOf } from '#app/advocacy/asking/standing-sql.server.ts'
import { standingsOf } from '#app/advocacy/asking/standings-of.server.ts'
import { editAskKind } from '#app/advocacy/catalogue/edit-ask-kind.server.ts'
import { standardAsks } from '#app/advocacy/catalogue/standard-asks.ts'
import { consentTeller, tellOfEnd } from '#app/advocacy/company/consent-teller.server.ts'
import { readDocument, mostDocument } from '#app/advocacy/company/document.ts'
import { withdrawByLink, withdrawCompanyConsent } from '#app/advocacy/company/end-company-consent.server.ts'
import { getDocument, listCompanyConsents } from '#app/advocacy/company/list-company-consents.server.ts'
import { renderConsentMail } from '#app/advocacy/company/render-consent-mail.server.tsx'
import { renderConsentNotice } from '#app/advocacy/company/render-consent-notice.server.ts'
import { editQuote } from '#app/advocacy/quotes/edit-quote.server.ts'
import { expireConsents, warnedBefore } from '#app/advocacy/expire-consents.server.ts'
import { eraseContact } from '#app/loop/erase-contact.server.ts'
import { DAY, MINUTE } from '#app/platform/day.ts'
import { readFile } from '#app/platform/files.server.ts'
import { advocates, consents } from '#db/schema/advocacy.ts'
import { events } from '#db/schema/audit.ts'
import { messages } from '#db/schema/email.ts'
import { notifications } from '#db/schema/notifications.ts'
import { files } from '#db/schema/platform.ts'
import { promoters } from '#test/advocacy/asking-world.ts'
import { companyAgrees, pdf } from '#test/advocacy/company-world.ts'
import { drafted, linkOf, openProof, press, published, rowOf, shownIn, step } from '#test/advocacy/quoting.ts'
import { merge } from '#test/loop/merging.ts'
import type { AccountRow, ContactRow } from '#test/make.ts'
import { world, type World } from '#test/world.ts'

let w: World
let account: AccountRow
let owner: Awaited<ReturnType<World['user']>>
let hana: ContactRow
beforeEach(async () => {
  w = await world()
  owner = await w.user({ name: 'Omar Owner', roles: ['csm'] })
  account = await w.account({ name: 'Aoi Trading', health: 'green', ownerId: owner.id })
  ;[hana] = (await promoters(w, account, ['Mori Hana'])) as [ContactRow]
})

const run = () => expireConsents(w.system(), { payload: {}, stopping: () => false, progress: async () => {} } as never)
const list = () => listCompanyConsents(w.ctx(), account.id)
const states = async () => (await list()).map(({ kind, state }) => `${kind} ${state}`)
const types = async () =>
  (await w.store.db.select().from(events)).map(({ type }) => type).filter((type) => type.includes('consent'))
/** Case studies are on, and need the company alone. */
const open = () =>
  editAskKind(w.ctx(), {
    kind: 'case_study',
    base: 0,
    content: { ...standardAsks.case_study, on: true, rules: { ...standardAsks.case_study.rules, consent: false } },
  })
const blocks = async () => {
  const of = await rulesOf(w.ctx(), 'case_study')
  const [row] = await standingsOf(w.ctx(), of, { which: eq(advocates.contactId, hana.id), limit: 1 })
  return blocksOf(row!.blocks)
}

describe('what a company agrees to', () => {
  test('is kept with its very words, version, signatory, day and document, and opens what needs it', async () => {
    await open()
    expect(await blocks()).toEqual(['no_company_consent'])
    const { id } = await companyAgrees(w, account.id, { document: { name: 'Consent.exe', content: pdf() } })
    expect(await list()).toMatchObject([
      {
        id,
        kind: 'case_study',
        state: 'given',
        version: 'company-1/en',
        text: 'Aoi Trading lets Sora publish a case study about the work together, with its name and logo, after approving the text.',
        agreedBy: 'Director Sato',
        agreedOn: '2026-03-02',
        fileName: 'Consent.pdf',
        recordedBy: 'Aiko Admin',
        expiresAt: null,
      },
    ])
    expect(await blocks()).toEqual([])
    const file = await getDocument(w.ctx(owner.actor), { accountId: account.id, id })
    expect(file).toMatchObject({ mime: 'application/pdf', name: 'Consent.pdf' })
    const chunks: Buffer[] = []
    for await (const chunk of readFile(w.store.db, file.fileId)) chunks.push(chunk)
    expect(Buffer.concat(chunks).toString()).toBe('%PDF-1.7\nsigned')
    expect((await w.store.db.select().from(files))[0]).toMatchObject({ kind: 'consent', expiresAt: null })
  })

  test('in words of its own says so in its version', async () => {
    await companyAgrees(w, account.id, { text: '  As in our contract of May.  ', language: 'ja' })
    expect(await list()).toMatchObject([{ version: 'company-own/ja', text: 'As in our contract of May.' }])
  })

  test('is replaced by what is agreed to later, and both stay on record; eight at once leave one', async () => {
    const first = await companyAgrees(w, account.id)
    await Promise.all(Array.from({ length: 8 }, () => companyAgrees(w, account.id)))
    const rows = await list()
    expect(rows.filter(({ state }) => state === 'given')).toHaveLength(1)
    expect(rows.filter(({ state }) => state === 'replaced')).toHaveLength(8)
    expect(rows.find(({ id }) => id === first.id)?.state).toBe('replaced')
  })

  test('needs somebody who agreed, a day that was, and an end that is to come', async () => {
    const elsewhere = await w.contact({ accountId: (await w.account()).id })
    const refused = [
      [{ agreedBy: '' }, 'consent_who'],
      [{ contactId: elsewhere.id }, 'consent_who'],
      [{ agreedOn: '2026-03-03' }, 'consent_day'],
      [{ expiresOn: '2026-03-01' }, 'consent_over'],
      [{ document: { name: 'a.pdf', content: new TextEncoder().encode('<script>') } }, 'document_kind'],
    ] as const
    for (const [more, code] of refused) await expect(companyAgrees(w, account.id, more)).rejects.toMatchObject({ code })
    expect(await list()).toEqual([])
  })

  test('is kept by who edits advocates only, and of an account that is there', async () => {
    for (const role of ['csm', 'viewer'] as const) {
      const { actor } = await w.user({ roles: [role] })
      const mine = { ...w, ctx: () => w.ctx(actor) } as unknown as World
      await expect(companyAgrees(mine, account.id)).rejects.toMatchObject({ status: 403 })
    }
    for (const id of ['acc_none', 'no\u0000pe'])
      await expect(companyAgrees(w, id)).rejects.toMatchObject({ status: 404 })
    const { id } = await companyAgrees(w, account.id, { document: { name: 'a.pdf', content: pdf() } })
    const viewer = await w.user({ roles: ['viewer'] })
    await expect(getDocument(w.ctx(viewer.actor), { accountId: account.id, id })).rejects.toMatchObject({ status: 403 })
    const other = (await w.account()).id
    await expect(getDocument(w.ctx(), { accountId: other, id })).rejects.toMatchObject({ status: 404 })
  })
})

describe('it ends', () => {
  test('when a colleague notes that it was taken back, at once and once', async () => {
    await open()
    const { id } = await companyAgrees(w, account.id)
    const of = { accountId: account.id, id }
    const got = await Promise.allSettled([withdrawCompanyConsent(w.ctx(), of), withdrawCompanyConsent(w.ctx(), of)])
    expect(got.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    expect(await states()).toEqual(['case_study withdrawn'])
    expect(await blocks()).toEqual(['no_company_consent'])
    expect(await types()).toEqual(['advocacy.company_consent_given', 'advocacy.company_consent_withdrawn'])
    await expect(withdrawCompanyConsent(w.ctx(), { accountId: 'acc_other', id })).rejects.toMatchObject({ status: 404 })
    await expect(withdrawCompanyConsent(w.ctx(owner.actor), of)).rejects.toMatchObject({ status: 403 })
  })

  test('by the link that was mailed to who agreed; the mail leaves once, and not when it has ended meanwhile', async () => {
    const { id, told } = await companyAgrees(w, account.id, { contactId: hana.id, agreedBy: '', tell: true })
    expect(told).toBe(true)
    const [mail] = await w.store.db.select().from(messages).where(eq(messages.refKind, 'consent'))
    expect(mail).toMatchObject({ toEmail: hana.email, stream: 'ask', refId: id })
    const { subject, text } = await renderConsentMail(w.system(), mail!)
    expect(subject).toBe('What you agreed to with Sora')
    expect(text).toMatch(/Dear Mori Hana,[\s\S]+> Aoi Trading lets Sora publish[\s\S]+\/c\/cst_/)
    expect(await withdrawByLink(w.ctx({ kind: 'contact', id: hana.id }), id)).toBe(true)
    expect(await withdrawByLink(w.ctx({ kind: 'contact', id: hana.id }), id)).toBe(false)
    expect(await states()).toEqual(['case_study withdrawn'])
  })

  test('at the end of its day in Tokyo: the rule reads it by itself, the job writes it down once', async () => {
    await open()
    // The whole of 9 March in Tokyo is the 9th: it ends at 2026-03-09T14:59:59.999Z.
    await companyAgrees(w, account.id, { expiresOn: '2026-03-09' })
    const end = Date.parse('2026-03-09T14:59:59.999Z')
    expect((await list())[0]!.expiresAt).toBe(end)
    w.clock.set(end - MINUTE)
    await run()
    expect(await blocks()).toEqual([])
    w.clock.set(end)
    expect(await blocks()).toEqual(['no_company_consent'])
    expect(await states()).toEqual(['case_study expired'])
    await Promise.all([run(), run()])
    expect((await types()).filter((type) => type.endsWith('expired'))).toHaveLength(1)
    const [row] = await w.store.db
      .select()
      .from(consents)
      .where(eq(consents.party, `acc:${account.id}`))
    expect(row).toMatchObject({ state: 'expired', endedAt: end })
  })

  test('colleagues hear of it 30 days before, once: the owner of the account and who kept it', async () => {
    const keeper = await w.user({ roles: ['marketer'] })
    const mine = { ...w, ctx: () => w.ctx(keeper.actor) } as unknown as World
    const { id } = await companyAgrees(mine, account.id, { expiresOn: '2026-06-30' })
    const end = (await list())[0]!.expiresAt!
    w.clock.set(end - warnedBefore - MINUTE)
    await run()
    expect(await types()).not.toContain('advocacy.consent_ending')
    w.clock.set(end - warnedBefore)
    for (let i = 0; i < 2; i++) await run()
    const [event, ...more] = (await w.store.db.select().from(events)).filter(({ type }) => type === 'advocacy.consent_ending') // prettier-ignore
    expect(more).toEqual([])
    for (let i = 0; i < 2; i++) await tellOfEnd(w.system(), event!)
    const told = await w.store.db.select().from(notifications)
    expect(told.map(({ userId }) => userId).sort()).toEqual([owner.id, keeper.id].sort())
    const reader = { actor: owner.actor as never, locale: 'en' as const, zone: 'Asia/Tokyo' }
    const say = async () => (await consentTeller(w.ctx(owner.actor), reader, told)).get(told[0]!.id)
    expect(await say()).toEqual({
      text: 'Aoi Trading: the consent for “Case study” ends on 30 Jun 2026.',
      path: `/accounts/${account.id}/consents`,
      over: null,
    })
    const notice = await renderConsentNotice(w.system(), { userId: owner.id, refId: id } as never)
    expect(notice.subject).toBe('Aoi Trading: consent for “Case study” is about to end')
    await withdrawCompanyConsent(w.ctx(), { accountId: account.id, id })
    expect(await say()).toMatchObject({ over: 'ended' })
  })

  test('and takes quotes that name the company out of the public, not those without its name', async () => {
    await openProof(w)
    const naming = await published(w, 'Our month end takes a day less.')
    const plain = await drafted(w, 'They answer at once.')
    const { lockVersion } = await rowOf(w, plain.id)
    const parts = { name: true, title: true, company: false }
    await editQuote(w.ctx(), { id: plain.id, lockVersion, text: 'They answer at once.', ...parts })
    await step(w, plain.id, 'send')
    await press(w, await linkOf(w, plain.id), 'approve')
    await step(w, plain.id, 'publish')
    for (const { account: of } of [naming, plain]) {
      const { id } = await companyAgrees(w, of.id, { kind: 'quote' })
      await withdrawCompanyConsent(w.ctx(), { accountId: of.id, id })
    }
    expect([await shownIn(w, 'month end'), await shownIn(w, 'answer at once')]).toEqual([0, 3])
  })
})

describe('what becomes of it', () => {
  test('an account that is merged brings its consents and documents; of the same twice the other’s own holds', async () => {
    const into = await w.account({ name: 'Aoi Holdings' })
    const mine = await companyAgrees(w, account.id, { document: { name: 'old.pdf', content: pdf('old') } })
    await companyAgrees(w, account.id, { kind: 'event', document: { name: 'event.pdf', content: pdf('event') } })
    const theirs = await companyAgrees(w, into.id)
    await merge(w, 'account', account.id, into.id)
    const rows = await listCompanyConsents(w.ctx(), into.id)
    const told = rows.map(({ id, kind, state }) => `${kind} ${state}${id === theirs.id ? ', their own' : ''}`)
    expect(told.sort()).toEqual(['case_study given, their own', 'case_study replaced', 'event given'])
    expect(await getDocument(w.ctx(), { accountId: into.id, id: mine.id })).toMatchObject({ name: 'old.pdf' })
  })

  test('who is erased agreed to nothing by name; the company’s consent and paper stay', async () => {
    const { id } = await companyAgrees(w, account.id, {
      contactId: hana.id,
      agreedBy: '',
      document: { name: 'Mori Hana signed.pdf', content: pdf() },
    })
    await eraseContact(w.ctx(), { contactId: hana.id })
    expect(await list()).toMatchObject([
      { id, state: 'given', agreedBy: null, contactId: null, fileName: 'document.pdf' },
    ])
    expect(await getDocument(w.ctx(), { accountId: account.id, id })).toMatchObject({ name: 'document.pdf' })
  })
})

test('a document is what its first bytes say, whatever its name says', () => {
  const bytes = (...start: number[]) => new Uint8Array([...start, 0, 0])
  const png = bytes(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)
  expect(readDocument({ name: '../../x.pdf', content: png })).toEqual({ name: 'x.png', mime: 'image/png' })
  expect(readDocument({ name: '署名.PDF', content: bytes(0xff, 0xd8, 0xff) })).toEqual({
    name: '署名.jpg',
    mime: 'image/jpeg',
  })
  expect(readDocument({ name: 'a.pdf', content: bytes(0x4d, 0x5a) })).toEqual({ fault: 'document_kind' })
  expect(readDocument({ name: 'a.pdf', content: new Uint8Array() })).toEqual({ fault: 'document_empty' })
  const large = new Uint8Array(mostDocument + 1)
  large.set(pdf())
  expect(readDocument({ name: 'a.pdf', content: large })).toEqual({ fault: 'document_large' })
  expect(readDocument({ name: 'a.pdf', content: large.subarray(0, mostDocument) })).toMatchObject({ name: 'a.pdf' })
})

test('a consent lasts as many days as its calendar says', async () => {
  await companyAgrees(w, account.id, { expiresOn: '2026-03-02' })
  const [one] = await list()
  // Until the end of today in Tokyo: 14 hours less a millisecond after 10:00.
  expect(one!.expiresAt! - w.now()).toBe((14 / 24) * DAY - 1)
})
