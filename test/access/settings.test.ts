import { Readable } from 'node:stream'
import { expect, test } from 'vitest'
import { createKey, identifyKey, listKeys, revokeKey } from '#app/access/api-keys.server.ts'
import { editBrand } from '#app/access/edit-brand.server.ts'
import { changePassword, editMe } from '#app/access/edit-me.server.ts'
import { editOrganisation } from '#app/access/edit-organisation.server.ts'
import { getBrand, getOrganisation } from '#app/access/get-organisation.server.ts'
import { listEvents } from '#app/access/list-events.server.ts'
import { pruneAccess } from '#app/access/prune-access.server.ts'
import { requestPasswordReset } from '#app/access/reset-password.server.ts'
import { signIn } from '#app/access/sign-in.server.ts'
import { can } from '#app/audit/can.ts'
import { recordEvent } from '#app/audit/record-event.server.ts'
import { CHUNK_BYTES, dropExpiredFiles, getFile, readFile, saveStream } from '#app/platform/files.server.ts'
import { DAY } from '#app/platform/day.ts'
import { apiKeys, sessions, userTokens } from '#db/schema/access.ts'
import { fileChunks, files } from '#db/schema/platform.ts'
import { eventsOf, goodPassword, member, whoIs } from '#test/access/make.ts'
import { world } from '#test/world.ts'

test('a key is shown once, fits the API’s 44 characters, is stored hashed, and speaks for its scopes alone', async () => {
  const w = await world()
  const { keyId, secret } = await createKey(w.ctx(), { name: 'CRM', scopes: ['metrics', 'accounts'] })
  expect(secret).toMatch(/^koe_[0-9A-Za-z]{40}$/)
  expect(JSON.stringify([await w.store.db.select().from(apiKeys), await listKeys(w.ctx())])).not.toContain(secret)
  const actor = (await identifyKey(w.store, w.clock.now, `Bearer ${secret}`))!
  expect(actor).toEqual({ kind: 'key', id: keyId, scopes: ['accounts', 'metrics'] })
  expect([can(actor, 'accounts.edit'), can(actor, 'cases.read'), can(actor, 'users.edit')]).toEqual([
    true,
    false,
    false,
  ])
  expect(await listKeys(w.ctx())).toMatchObject([{ prefix: secret.slice(0, 9), usedAt: w.clock.now() }])
})

test('an altered, foreign or revoked key is nobody', async () => {
  const w = await world()
  const { keyId, secret } = await createKey(w.ctx(), { name: 'CRM', scopes: ['accounts'] })
  for (const header of [
    null,
    '',
    secret,
    `Basic ${secret}`,
    `Bearer ${secret}x`,
    `Bearer ${secret.slice(0, -1)}`,
    `Bearer koe_${'a'.repeat(40)}`,
    `Bearer ${secret}\n`,
  ]) {
    expect(await identifyKey(w.store, w.clock.now, header)).toBeNull()
  }
  await revokeKey(w.ctx(), { keyId })
  expect(await identifyKey(w.store, w.clock.now, `Bearer ${secret}`)).toBeNull()
  await expect(revokeKey(w.ctx(), { keyId })).rejects.toMatchObject({ status: 409 })
})

test('a changed organisation says which fields changed, in one event', async () => {
  const w = await world()
  const { id: _, ...now } = await getOrganisation(w.ctx())
  await editOrganisation(w.ctx(), {
    ...now,
    privacyUrl: 'https://sora.example/privacy',
    baseCurrency: 'eur',
    name: 'Sora\u202e\n Software',
  })
  expect(await getOrganisation(w.ctx())).toMatchObject({
    name: 'Sora Software',
    baseCurrency: 'EUR',
    privacyUrl: 'https://sora.example/privacy',
  })
  expect((await eventsOf(w, 'access.organisation_edited')).map((event) => event.data)).toEqual([
    { changed: ['privacyUrl', 'baseCurrency'] },
  ])
  for (const wrong of [
    { zone: 'Mars/Base' },
    { baseCurrency: 'XYZ' },
    { fiscalMonth: 13 },
    { privacyUrl: 'javascript:alert(1)' },
  ]) {
    expect(() => editOrganisation(w.ctx(), { ...now, privacyUrl: undefined, ...wrong })).toThrow()
  }
})

async function whole(chunks: AsyncIterable<Buffer>) {
  const all: Buffer[] = []
  for await (const chunk of chunks) all.push(chunk)
  return Buffer.concat(all)
}

const png = Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), Buffer.alloc(100, 7)])

test('a logo is taken by its content, not its name; each upload has an address of its own', async () => {
  const w = await world()
  const brand = { name: 'Sora', colour: '#1F5FBF', senderName: 'Sora', replyTo: 'hello@sora.example' }
  await editBrand(w.ctx(), { ...brand, logo: { name: 'logo.png', content: png } })
  const first = (await getBrand(w.ctx())).logoFileId!
  expect(await getFile(w.store.db, first)).toMatchObject({ kind: 'logo', mime: 'image/png', bytes: 108 })
  expect(await whole(readFile(w.store.db, first))).toEqual(png)
  await editBrand(w.ctx(), brand)
  expect((await getBrand(w.ctx())).logoFileId).toBe(first)
  await editBrand(w.ctx(), { ...brand, logo: { name: 'logo.png', content: png } })
  expect((await getBrand(w.ctx())).logoFileId).not.toBe(first)
  expect(() =>
    editBrand(w.ctx(), { ...brand, logo: { name: 'a.png', content: Buffer.from('<svg onload=alert(1)>') } }),
  ).toThrow('logo_not_image')
  expect(() =>
    editBrand(w.ctx(), { ...brand, logo: { name: 'a.png', content: Buffer.concat([png, Buffer.alloc(200 * 1024)]) } }),
  ).toThrow('logo_too_large')
  await editBrand(w.ctx(), { ...brand, logo: null })
  expect((await getBrand(w.ctx())).logoFileId).toBeNull()
})

test('a long file is stored in chunks and comes back byte for byte; one over the limit leaves nothing', async () => {
  const w = await world()
  const content = Buffer.alloc(3 * CHUNK_BYTES + 17)
  for (let i = 0; i < content.length; i++) content[i] = (i * 31) % 251
  const pieces = () =>
    Readable.from(
      (function* () {
        for (let at = 0; at < content.length; at += 70_001) yield content.subarray(at, at + 70_001)
      })(),
    )
  const about = { kind: 'import', name: 'a.csv', mime: 'text/csv', at: w.clock.now() }
  const { id, bytes } = await saveStream(w.store, about, pieces(), { maxBytes: 1e7 })
  expect(bytes).toBe(content.length)
  expect((await whole(readFile(w.store.db, id))).equals(content)).toBe(true)
  expect((await whole(readFile(w.store.db, id, 2))).equals(content.subarray(2 * CHUNK_BYTES))).toBe(true)
  await expect(saveStream(w.store, about, pieces(), { maxBytes: 600_000 })).rejects.toMatchObject({ status: 413 })
  expect(await w.store.db.select({ id: files.id }).from(files)).toEqual([{ id }])
  expect(await w.store.db.select({ n: fileChunks.n }).from(fileChunks)).toHaveLength(4)
})

test('a file whose time is over is dropped with its content', async () => {
  const w = await world()
  const save = (expiresAt: number | null) =>
    saveStream(
      w.store,
      { kind: 'import', name: 'a', mime: 'text/csv', at: w.clock.now(), expiresAt },
      Readable.from([Buffer.from('x')]),
      { maxBytes: 10 },
    )
  await save(w.clock.now() + DAY)
  const kept = await save(null)
  w.clock.advance(DAY + 1)
  expect(await dropExpiredFiles(w.store, w.clock.now())).toBe(1)
  expect(await w.store.db.select({ id: fileChunks.fileId }).from(fileChunks)).toEqual([{ id: kept.id }])
})

test('changing one’s password needs the old one and signs out everywhere else', async () => {
  const w = await world()
  const mika = await member(w, { email: 'mika@koe.test' })
  const here = await signIn(w.anonymous(), { email: 'mika@koe.test', password: goodPassword })
  const there = await signIn(w.anonymous(), { email: 'mika@koe.test', password: goodPassword })
  const change = (current: string, password: string) =>
    changePassword(w.ctx(mika.actor), { current, password, sessionId: here.sessionId })
  await expect(change('not this one', 'five grey herons 22')).rejects.toMatchObject({
    fields: { current: 'password_wrong' },
  })
  await expect(change(goodPassword, 'qwertyuiop123')).rejects.toMatchObject({ fields: { password: 'password_common' } })
  expect(await change(goodPassword, 'five grey herons 22')).toEqual({ endedSessions: 1 })
  expect((await whoIs(w, here.secret)).user).not.toBeNull()
  expect((await whoIs(w, there.secret)).user).toBeNull()
})

test('one edits oneself and nobody else', async () => {
  const w = await world()
  const mika = await member(w, { email: 'mika@koe.test' })
  await editMe(w.ctx(mika.actor), { name: ' 美香 ', locale: 'ja', zone: 'Asia/Tokyo' })
  const { secret } = await signIn(w.anonymous(), { email: 'mika@koe.test', password: goodPassword })
  expect((await whoIs(w, secret)).user).toMatchObject({ name: '美香', locale: 'ja', zone: 'Asia/Tokyo' })
  expect(() => editMe(w.anonymous(), { name: 'X', locale: 'en' })).toThrow('sign_in_first')
})

test('the audit list pages through everything once, filters by part and type, and names who did it', async () => {
  const w = await world()
  for (let n = 0; n < 70; n++) {
    await w.store.write((tx) =>
      recordEvent(
        { ...w.ctx(), tx },
        { type: n % 10 ? 'access.signed_in' : 'cases.opened', subject: { kind: 'case', id: `case_${n}` } },
      ),
    )
    w.clock.advance(1000)
  }
  const first = await listEvents(w.ctx())
  const second = await listEvents(w.ctx(), { after: first.next! })
  expect([first.events.length, second.events.length, second.next]).toEqual([50, 20, null])
  expect(first.events[0]).toMatchObject({ subjectId: 'case_69', actorName: 'Aiko Admin' })
  expect((await listEvents(w.ctx(), { type: 'cases.' })).events).toHaveLength(7)
  expect((await listEvents(w.ctx(), { type: 'cases.opened' })).events).toHaveLength(7)
  expect((await listEvents(w.ctx(), { type: 'case_s.' })).events).toHaveLength(0)
  const csm = await member(w)
  await expect(listEvents(w.ctx(csm.actor))).rejects.toMatchObject({ status: 403 })
})

test('once a day what is long over is dropped: files, sessions and links; what lives stays', async () => {
  const w = await world()
  await member(w, { email: 'mika@koe.test' })
  await signIn(w.anonymous(), { email: 'mika@koe.test', password: goodPassword })
  await requestPasswordReset(w.anonymous(), { email: 'mika@koe.test' })
  w.clock.advance(45 * DAY)
  const fresh = await signIn(w.anonymous(), { email: 'mika@koe.test', password: goodPassword })
  const run = { id: 'job_1', attempt: 1, payload: {}, progress: () => Promise.resolve(), stopping: () => false }
  await pruneAccess(w.system(), run)
  expect(await w.store.db.select({ id: sessions.id }).from(sessions)).toEqual([{ id: fresh.sessionId }])
  expect(await w.store.db.select().from(userTokens)).toEqual([])
})
