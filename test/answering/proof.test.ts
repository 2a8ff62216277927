import { beforeEach, expect, it } from 'vitest'
import { changeQuote } from '#app/advocacy/quotes/change-quote.server.ts'
import { editQuote } from '#app/advocacy/quotes/edit-quote.server.ts'
import { editProof } from '#app/advocacy/quotes/proof-settings.server.ts'
import { drafted, linkOf, openProof, press, proof, published, rowOf, step } from '#test/advocacy/quoting.ts'
import { quotes } from '#db/schema/advocacy-quotes.ts'
import { world, type World } from '#test/world.ts'

let w: World
beforeEach(async () => {
  w = await world()
})
const all = async (headers = {}) => {
  const { page, block, json } = proof(w)
  return [await page('', headers), await block(headers), await json('', headers)]
}

it('there are no public pages until an admin opens them, and none once they are closed again', async () => {
  await published(w)
  expect((await all()).map((reply) => reply.status)).toEqual([404, 404, 404])
  await openProof(w)
  expect((await all()).map((reply) => reply.status)).toEqual([200, 200, 200])
  await editProof(w.ctx(), { shown: false })
  expect((await all()).map((reply) => reply.status)).toEqual([404, 404, 404])
})

it('a copy is asked about each time: the same is confirmed, and what was taken down comes as new', async () => {
  await openProof(w)
  const { id } = await published(w)
  for (const n of [0, 1, 2]) {
    const first = (await all())[n]!
    const etag = first.headers.get('etag')!
    expect(first.headers.get('cache-control')).toBe('public, max-age=0, must-revalidate')
    for (const known of [etag, `W/${etag}`, `"other", ${etag}`]) {
      const same = (await all({ 'if-none-match': known }))[n]!
      expect([same.status, same.text, same.headers.get('etag')]).toEqual([304, '', etag])
      expect(same.headers.get('content-security-policy')).toBe(first.headers.get('content-security-policy'))
    }
    await changeQuote(w.ctx(), { id, verb: 'unpublish', lockVersion: (await rowOf(w, id)).lockVersion })
    const gone = (await all({ 'if-none-match': etag }))[n]!
    expect([gone.status, gone.text.includes('They answer')]).toEqual([200, false])
    await step(w, id, 'publish')
    expect((await all({ 'if-none-match': etag }))[n]!.status).toBe(304)
  }
})

it('the page lets nobody frame it, the block only the sites that may, and neither runs anything', async () => {
  const csp = async () => (await all()).map((reply) => reply.headers.get('content-security-policy') ?? '')
  await openProof(w)
  let [page, block] = await csp()
  expect(page).toMatch(/^default-src 'none'; style-src 'sha256-[^']+'; .*frame-ancestors 'none'$/)
  expect(block).toMatch(/frame-ancestors \*$/)
  await openProof(w, 'https://www.example.com/about, https://shop.example.com')
  ;[page, block] = await csp()
  expect(block).toMatch(/frame-ancestors https:\/\/www\.example\.com https:\/\/shop\.example\.com$/)
  await expect(openProof(w, "https://a.test 'unsafe-inline'; script-src *")).rejects.toThrow()
  await expect(openProof(w, 'javascript:alert(1)')).rejects.toThrow()
})

it('every text is escaped wherever it stands, and JSON gives it as it is', async () => {
  await openProof(w)
  const hostile = '<script>alert(1)</script>"\'& \u2028 {{x}} ]]>'
  const { id } = await drafted(w)
  await editQuote(w.ctx(), { id, lockVersion: 0, text: hostile, name: true, rewarded: true })
  await step(w, id, 'send')
  await press(w, await linkOf(w, id), 'approve')
  await step(w, id, 'publish')
  const [page, block, json] = await all()
  for (const { text } of [page!, block!]) {
    expect(text).not.toContain('<script')
    expect(text).toContain('&lt;script&gt;alert(1)&lt;/script&gt;&quot;&#39;&amp;')
    expect(text).toContain('<small>Received a thank-you gift</small>')
  }
  expect(json!.headers.get('content-type')).toBe('application/json; charset=utf-8')
  expect(JSON.parse(json!.text)).toMatchObject({ quotes: [{ text: hostile, label: 'Received a thank-you gift', attribution: { name: 'Mia Moor', title: null, company: null } }], next: null }) // prettier-ignore
  const japanese = await proof(w).page('', { 'accept-language': 'ja' })
  expect(japanese.text).toContain('<h1>お客様の声</h1>')
  expect(japanese.headers.get('vary')).toBe('accept-language')
})

it('many are told page by page, each once and in their order; the block leads to all', async () => {
  await openProof(w)
  const { id } = await published(w, 'No 0')
  const first = await rowOf(w, id)
  const more = Array.from({ length: 44 }, (_, n) => ({ ...first, id: `qte_more${n}`, text: `No ${n + 1}`, position: n + 2 })) // prettier-ignore
  await w.store.write((tx) => tx.insert(quotes).values(more))
  const seen: string[] = []
  const sizes: number[] = []
  let query: string | null = ''
  while (query !== null) {
    const { text } = await proof(w).page(query)
    const found = [...text.matchAll(/<blockquote lang="en">([^<]*)/g)].map(([, words]) => words!)
    seen.push(...found)
    sizes.push(found.length)
    query = /href="(\?after=[^"&]+)/.exec(text)?.[1] ?? null
  }
  expect(sizes).toEqual([20, 20, 5])
  expect(seen).toEqual(Array.from({ length: 45 }, (_, n) => `No ${44 - n}`))
  const block = await proof(w).block()
  expect(block.text.match(/<figure>/g)).toHaveLength(6)
  expect(block.text).toContain('href="/proof?lang=en"')
  expect(JSON.parse((await proof(w).json()).text)).toMatchObject({ next: null })
  expect((await proof(w).page('?after=nonsense')).status).toBe(200)
})

it('with nothing published the page says so', async () => {
  await openProof(w)
  expect((await proof(w).page()).text).toContain('Nothing has been published yet.')
  expect((await proof(w).json()).text).toBe('{"quotes":[],"next":null}')
})
