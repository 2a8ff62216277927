import { eq } from 'drizzle-orm'
import { beforeEach, expect, it } from 'vitest'
import { editQuote } from '#app/advocacy/quotes/edit-quote.server.ts'
import * as logoRoute from '#app/answering/routes/proof-logo.ts'
import { eraseContact } from '#app/loop/erase-contact.server.ts'
import { getFile, saveFile } from '#app/platform/files.server.ts'
import { consents } from '#db/schema/advocacy.ts'
import { agree } from '#test/advocacy/asking-world.ts'
import {
  drafted,
  formOf,
  linkOf,
  open,
  openProof,
  post,
  press,
  proof,
  rowOf,
  step,
  visit,
} from '#test/advocacy/quoting.ts'
import { world, type World } from '#test/world.ts'

const png = { name: 'logo.png', content: new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1, 2, 3]) }

let w: World
beforeEach(async () => {
  w = await world()
  await openProof(w)
})

/** A draft with a logo, of a company that agreed or not. */
async function withLogo(agrees: boolean) {
  const of = await drafted(w)
  const { text, lockVersion } = await rowOf(w, of.id)
  await editQuote(w.ctx(), { id: of.id, lockVersion, text, name: true, company: true, logo: true }, png)
  if (agrees) await agree(w, `acc:${of.account.id}`, 'quote')
  await step(w, of.id, 'send')
  return { ...of, fileId: (await rowOf(w, of.id)).logoFileId! }
}
const shown = async () => {
  const { page, block, json } = proof(w)
  const replies = [await page(), await block(), await json()]
  return replies.map(({ text }) => text.includes('/proof/logo/'))
}
async function logo(id: string, headers = {}) {
  const args = { request: new Request(`http://koe.test/proof/logo/${id}`, { headers }), params: { id }, context: { ctx: w.anonymous() } } // prettier-ignore
  return visit(w, { loader: () => logoRoute.loader(args as never) }, `/proof/logo/${id}`)
}

it('a logo stands beside a quote once the person approved it and the company agrees, and is gone with either', async () => {
  const { id, account, fileId } = await withLogo(true)
  const link = await linkOf(w, id)
  expect((await open(w, link)).text).toContain('src="data:image/png;base64,iVBORw0KGgoBAgM="')
  expect((await logo(fileId)).status).toBe(404)
  await press(w, link, 'approve')
  await step(w, id, 'publish')
  expect(await shown()).toEqual([true, true, true])
  const first = await logo(fileId)
  expect([first.status, first.headers.get('content-type')]).toEqual([200, 'image/png'])
  expect((await logo(fileId, { 'if-none-match': first.headers.get('etag')! })).status).toBe(304)

  const end = (state: 'withdrawn' | 'given') =>
    w.store.write((tx) =>
      tx
        .update(consents)
        .set({ state })
        .where(eq(consents.party, `acc:${account.id}`)),
    )
  await end('withdrawn')
  expect(await shown()).toEqual([false, false, false])
  expect((await logo(fileId, { 'if-none-match': first.headers.get('etag')! })).status).toBe(404)
  await end('given')
  expect(await shown()).toEqual([true, true, true])
  await step(w, id, 'unpublish')
  expect((await logo(fileId)).status).toBe(404)
})

it('a company that has not agreed is asked for no logo, and one that agrees later shows none before the person approves it', async () => {
  const { id, account, fileId } = await withLogo(false)
  const link = await linkOf(w, id)
  expect((await open(w, link)).text).not.toContain('name="logo"')
  await press(w, link, 'approve')
  await step(w, id, 'publish')
  await agree(w, `acc:${account.id}`, 'quote')
  expect(await shown()).toEqual([false, false, false])
  expect((await logo(fileId)).status).toBe(404)
})

it('the person may leave the logo out', async () => {
  const { id } = await withLogo(true)
  const link = await linkOf(w, id)
  const { text, lockVersion } = await rowOf(w, id)
  await post(w, link, { ...(await formOf(w, link)), v: String(lockVersion), act: 'approve', text, name: 'on' })
  expect((await rowOf(w, id)).attribution).toEqual({ name: true, title: false, company: false, logo: false })
  await step(w, id, 'publish')
  expect(await shown()).toEqual([false, false, false])
})

it('only images by their content are taken, and no other file is given out', async () => {
  const { id, account } = await drafted(w)
  const { text, lockVersion } = await rowOf(w, id)
  const put = (name: string, content: Uint8Array) => editQuote(w.ctx(), { id, lockVersion, text, logo: true }, { name, content }) // prettier-ignore
  const svg = new TextEncoder().encode('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>')
  await expect(put('logo.png', svg)).rejects.toMatchObject({ code: 'logo_not_image' })
  const large = new Uint8Array(200 * 1024 + 1)
  large.set(png.content)
  await expect(put('logo.png', large)).rejects.toMatchObject({ code: 'logo_too_large' })
  const other = await w.store.write((tx) =>
    saveFile(tx, { kind: 'import', name: 'x.csv', mime: 'text/csv', at: 1 }, svg),
  )
  await agree(w, `acc:${account.id}`, 'quote')
  expect((await logo(other)).status).toBe(404)
  expect((await logo('../../etc/passwd')).status).toBe(404)
})

it('a logo that is replaced, removed, or whose quote or person goes leaves no file behind', async () => {
  const { id } = await drafted(w)
  const change = async (image: typeof png | null) => {
    const { text, lockVersion } = await rowOf(w, id)
    await editQuote(w.ctx(), { id, lockVersion, text, logo: true }, image)
    return (await rowOf(w, id)).logoFileId
  }
  const first = await change(png)
  const second = await change({ ...png, content: new Uint8Array([...png.content, 4]) })
  expect(await getFile(w.store.db, first!)).toBeNull()
  expect(await change(null)).toBeNull()
  expect(await getFile(w.store.db, second!)).toBeNull()
  const third = await change(png)
  await step(w, id, 'remove')
  expect(await getFile(w.store.db, third!)).toBeNull()
  const { contact, fileId } = await withLogo(true)
  await eraseContact(w.ctx(), { contactId: contact.id })
  expect(await getFile(w.store.db, fileId)).toBeNull()
})
