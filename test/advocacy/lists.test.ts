import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { parse } from 'csv-parse/sync'
import iconv from 'iconv-lite'
import { keepLeads, rehearseLeads } from '#app/advocacy/lists/lead-list.server.ts'
import { asks } from '#db/schema/advocacy-asks.ts'
import { referrals } from '#db/schema/advocacy-referrals.ts'
import { events } from '#db/schema/audit.ts'
import { promoters } from '#test/advocacy/asking-world.ts'
import { allReferrals, recommender } from '#test/advocacy/referrals.ts'
import { serve } from '#test/access/listener.ts'
import type { UserRow } from '#test/make.ts'
import { world, type World } from '#test/world.ts'

let w: World
let served: Awaited<ReturnType<typeof serve>>
let mari: UserRow
beforeAll(async () => {
  w = await world()
  served = await serve(w)
  mari = await w.user({ name: 'Mari Market', roles: ['marketer'] })
})
afterAll(() => served.close())
beforeEach(() => w.store.write(async (tx) => void (await tx.delete(referrals))))

async function send(path: string, body: BodyInit) {
  const response = await served.fetch(path, {
    method: 'POST',
    body,
    cookie: await served.signedIn(mari.id),
    headers: { accept: 'text/html' },
  })
  return { status: response.status, to: response.headers.get('location') ?? '', html: await response.text() }
}
const upload = (path: string, content: string | Buffer) => {
  const form = new FormData()
  form.set('file', new Blob([new Uint8Array(Buffer.from(content))]), 'list.csv')
  return send(path, form)
}
/** What the page hands on, as the browser would post it. */
function hidden(html: string, name: string): string {
  const value = new RegExp(`<input[^>]*name="${name}"[^>]*value="([^"]*)"`).exec(html)?.[1] ?? ''
  return value.replace(/&quot;/g, '"').replace(/&#x27;/g, "'").replace(/&lt;/g, '<').replace(/&gt;/g, '>').replace(/&amp;/g, '&') // prettier-ignore
}
/** The text of each row of the table. */
const rowsIn = (html: string) =>
  [...html.split('<tbody')[1]!.split('</tbody>')[0]!.matchAll(/<tr.*?<\/tr>/gs)].map(([row]) => row.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ').trim()) // prettier-ignore

describe('people to ask', () => {
  const here = '/asks/list?kind=referral'

  test('each line says whether the person can be asked and why not; those who can are reserved with words of their own', async () => {
    const account = await w.account({ name: '青井商事', health: 'green' })
    const other = await w.account({ name: 'Minato', health: 'green' })
    const [hana] = await promoters(w, account, ['森 花'])
    const [ken] = await promoters(w, other, ['Ito Ken'])
    const nobody = await w.contact({ accountId: account.id, name: 'No Advocate', email: 'none@aoi.test', emailKey: 'none@aoi.test' }) // prettier-ignore
    const csv = [
      'メールアドレス;件名;本文',
      `${hana!.email};特別なお願い;"{name} 様; いつもありがとうございます"`,
      `${ken!.email};;`,
      `${ken!.email};;`,
      `${nobody.email};;`,
      'gone@nowhere.test;;=1+1',
      `${ken!.email?.toUpperCase()};;{vorname}`,
    ].join('\r\n')
    const { status, html } = await upload(here, iconv.encode(csv, 'cp932'))
    expect(status).toBe(200)
    expect(rowsIn(html)).toEqual([
      '森 花 青井商事 Can be asked Own words 2',
      'Ito Ken Minato Can be asked – 3',
      'Ito Ken Minato Stands further up in this list already – 4',
      'No Advocate 青井商事 Is no advocate – 5',
      'gone@nowhere.test Nobody of this address or id is known Own words 6',
      'Ito Ken Minato Stands further up in this list already Own words 7',
    ])
    const back = await send('/advocates/rejected', new URLSearchParams({ lines: hidden(html, 'lines') }))
    expect(parse(back.html, { bom: true })).toEqual([
      ['email', 'subject', 'text', 'Why not'],
      [ken!.email, '', '', 'Stands further up in this list already'],
      ['none@aoi.test', '', '', 'Is no advocate'],
      ['gone@nowhere.test', '', "'=1+1", 'Nobody of this address or id is known'],
      [ken!.email!.toUpperCase(), '', '{vorname}', 'Stands further up in this list already'],
    ])
    expect(await w.store.db.select().from(asks)).toEqual([])

    const reserved = await send(here, new URLSearchParams({ people: hidden(html, 'people') }))
    expect(reserved).toMatchObject({ status: 302, to: '/asks/write' })
    const made = await w.store.db.select().from(asks).orderBy(asks.id)
    const write = new URLSearchParams([['intent', 'send'], ['subject', 'Dear {name}'], ['body', 'From {sender}'], ...made.map((ask) => ['askIds', ask.id])]) // prettier-ignore
    expect((await send('/asks/write', write)).to).toBe('/asks')
    const written = (await w.store.db.select().from(asks)).sort((a) => (a.contactId === hana!.id ? -1 : 1))
    expect(written.map(({ state, subject, body }) => ({ state, subject, body }))).toEqual([
      { state: 'queued', subject: '特別なお願い', body: '森 花 様; いつもありがとうございます' },
      { state: 'queued', subject: 'Dear Ito Ken', body: 'From Mari Market' },
    ])
    // The same list once more: both are being asked just now.
    expect(rowsIn((await upload(here, iconv.encode(csv, 'cp932'))).html)[0]).toContain('Is being asked for something just now') // prettier-ignore
  })

  test('a list of addresses alone is read, and what is no list is refused in words', async () => {
    expect(rowsIn((await upload(here, 'x@y.test\nz@y.test')).html)).toHaveLength(2)
    const refused = async (content: string | Buffer) => {
      const { status, html } = await upload(here, content)
      return [status, /role="alert"[^>]*>([^<]*)</.exec(html)?.[1]]
    }
    expect(await refused('')).toEqual([422, 'This file is empty.'])
    expect(await refused('one,two\n1,2')).toEqual([422, 'None of the columns is known. Name them as written below the file.']) // prettier-ignore
    expect(await refused('email\n"broken')).toEqual([422, 'A quote is out of place on line 2.'])
    expect(await refused(`email\n${'a@b.test\n'.repeat(201)}`)).toEqual([422, 'More than 200 lines. Send the list in parts.']) // prettier-ignore
    expect((await refused(Buffer.from([0x50, 0x4b, 3, 4, 0, 0])))[1]).toContain('Excel workbook')
    expect((await send(here, new URLSearchParams({ people: '[{"contactId":1}]' }))).status).toBe(400)
    expect((await send('/advocates/rejected', new URLSearchParams({ lines: '{' }))).status).toBe(400)
  })
})

describe('referrals', () => {
  const leads = '/referrals/list?kind=leads'
  const outcomes = '/referrals/list?kind=outcomes'
  const carriedOut = async (path: string, html: string) =>
    send(path, new URLSearchParams({ rows: hidden(html, 'rows') }))

  test('leads are shown as they would come in, nothing is kept before, and the same file again changes nothing', async () => {
    const { contact, code } = await recommender(w)
    const csv = [
      'Referrer,Name,E-mail,Company,Message',
      `${code},Suzuki Ken,ken@minato.example,Minato Foods,Hello`,
      `${contact.email},Abe Yui,yui@minato.example,Minato Foods,`,
      `${contact.id},Own Colleague,own@aoi.example,Aoi,`,
      'nobody@nowhere.test,X,x@y.example,Y,',
      `${code},No Address,not-an-address,Y,`,
      `${code},,only@mail.example,,`,
      `${code},Suzuki K.,KEN@minato.example,Minato Foods,`,
    ].join('\n')
    const { html } = await upload(leads, csv)
    const expected = [
      'Suzuki Ken New lead 2',
      'Abe Yui New lead 3',
      'Own Colleague To review 4',
      'X Nobody is known by what stands under “referrer”. 5',
      'No Address This e-mail address can’t be used. 6',
      'only@mail.example Name, e-mail and company are needed. 7',
      'Suzuki K. There already 8',
    ]
    const words = rowsIn(html)
    expect(words.map((row, i) => (i === 4 ? expected[4] : row))).toEqual(expected)
    expect(words[4]).toMatch(/^No Address .+ 6$/)
    expect(await allReferrals(w)).toEqual([])
    const before = (await w.store.db.select().from(events)).length

    const done = await carriedOut(leads, html)
    expect(done.html).toContain('Done: 3 lines changed something, 1 stood so already, 0 couldn’t be taken.')
    expect((await allReferrals(w)).sort((a, b) => (a.leadEmail! < b.leadEmail! ? -1 : 1)).map(({ leadName, state, source, ownerId }) => ({ leadName, state, source, ownerId }))).toEqual([
      { leadName: 'Suzuki Ken', state: 'new', source: 'file', ownerId: mari.id },
      { leadName: 'Own Colleague', state: 'review', source: 'file', ownerId: mari.id },
      { leadName: 'Abe Yui', state: 'new', source: 'file', ownerId: mari.id },
    ]) // prettier-ignore
    expect((await w.store.db.select().from(events)).length).toBe(before + 3)
    const again = await upload(leads, csv)
    expect(rowsIn(again.html).filter((row) => row.includes('There already'))).toHaveLength(4)
    expect(again.html).not.toContain('name="rows"')
  })

  test('many leads of one person in a day are said beforehand to go to review, as they then do', async () => {
    const { contact } = await recommender(w, { email: 'many@aoi2.example', domain: 'aoi2.example' })
    const rows = Array.from({ length: 8 }, (_, i) => ({ line: i + 2, referrer: contact.id, name: `Lead ${i}`, email: `lead${i}@many.example`, company: 'Many', message: '' })) // prettier-ignore
    const states = (all: Awaited<ReturnType<typeof keepLeads>>) => all.map((one) => ('done' in one ? one.done.state : one.refused)) // prettier-ignore
    const said = states(await rehearseLeads(w.ctx(mari.actor), rows))
    // Five in a day are the most of one person; the sixth is looked at.
    expect(said).toEqual([...Array(5).fill('new'), ...Array(3).fill('review')])
    expect(await allReferrals(w)).toEqual([])
    expect(states(await keepLeads(w.ctx(mari.actor), rows))).toEqual(said)
  })

  test('outcomes are matched by id or address, rehearsed and carried out once', async () => {
    const { contact, code } = await recommender(w, { email: 'out@aoi3.example', domain: 'aoi3.example' })
    await carriedOut(leads, (await upload(leads, ['referrer,name,email,company', ...['a', 'b', 'c', 'd'].map((one) => `${code},Lead ${one},${one}@out.example,Out`)].join('\n'))).html) // prettier-ignore
    expect(contact.id).toBeTruthy()
    const all = async () => (await allReferrals(w)).sort((a, b) => (a.leadEmail! < b.leadEmail! ? -1 : 1))
    const [a] = await all()
    const csv = [
      '紹介ID,メールアドレス,結果,金額,通貨,理由',
      `${a!.id},,受注,120万円,,`,
      ',b@out.example,失注,,,価格',
      ',c@out.example,商談中,,,',
      ',d@out.example,lost,,,',
      ',nobody@out.example,won,5,USD,',
      ',c@out.example,maybe,,,',
      ',,won,5,USD,',
    ].join('\n')
    const { html } = await upload(outcomes, csv)
    expect(rowsIn(html)).toEqual([
      `${a!.id} → Won 2`,
      'b@out.example → Lost 3',
      'c@out.example → Qualified 4',
      'd@out.example Say why, for those who read it later. 5',
      'nobody@out.example There is no such referral. 6',
      'c@out.example The outcome is none of qualified, won, lost and rejected. 7',
      '– Neither a referral id nor an e-mail stands here. 8',
    ])
    expect((await all()).map((row) => row.state)).toEqual(['new', 'new', 'new', 'new'])
    await carriedOut(outcomes, html)
    expect((await all()).map(({ state, dealMinor, reason }) => ({ state, dealMinor, reason }))).toEqual([
      { state: 'won', dealMinor: 1_200_000, reason: null },
      { state: 'lost', dealMinor: null, reason: '価格' },
      { state: 'qualified', dealMinor: null, reason: null },
      { state: 'new', dealMinor: null, reason: null },
    ])
    const count = (await w.store.db.select().from(events)).length
    const again = await upload(outcomes, csv)
    expect(rowsIn(again.html).slice(0, 3)).toEqual([`${a!.id} Won already 2`, 'b@out.example Lost already 3', 'c@out.example Qualified already 4']) // prettier-ignore
    await send(outcomes, new URLSearchParams({ rows: hidden(html, 'rows') }))
    expect((await w.store.db.select().from(events)).length).toBe(count)
  })
})
