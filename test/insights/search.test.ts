import { beforeEach, expect, test } from 'vitest'
import type { Actor } from '#app/audit/actor.ts'
import { findAnything } from '#app/insights/find-anything.server.ts'
import type { Role } from '#db/enums/access.ts'
import { cases, caseAnswers, casePeople } from '#db/schema/cases.ts'
import { makeProgram, makeResponse } from '#test/cases/make.ts'
import { insert } from '#test/make.ts'
import { indexAll } from '#test/responses/make.ts'
import { world, type World } from '#test/world.ts'

let w: World
beforeEach(async () => {
  w = await world()
})

const actor = (role: Role): Actor => ({ kind: 'user', id: 'usr_x', roles: [role], teamId: null, name: 'X' })
const find = (q: string, role: Role = 'admin', locale: 'en' | 'ja' = 'en') =>
  findAnything(w.ctx(actor(role)), q, locale)
const titles = async (q: string, kind: string, role: Role = 'admin') =>
  (await find(q, role)).groups.find((group) => group.kind === kind)?.items.map((item) => item.title) ?? []

test.each([
  ['sato', ['Sato Ichiro']],
  ['hanako', ['佐藤 花子']], // inside the address
  ['佐藤', ['佐藤 花子']],
  ['佐藤花子', ['佐藤 花子']], // without the space
  ['サトウ', ['佐藤 花子']],
  ['ｻﾄｳ ﾊﾅｺ', ['佐藤 花子']],
  ['はなこ', ['佐藤 花子']],
  ['HANAKO@HOSHI.TEST', ['佐藤 花子']],
  ['ICHIRO sato', ['Sato Ichiro']],
  ['ＳＡＴＯ', ['Sato Ichiro']],
  ['crm-77', ['Sato Ichiro']],
  ['%', []],
  ['_', []],
  ["'", []],
])('%j finds people', async (q, expected) => {
  await w.contact({ name: '佐藤 花子', nameKana: 'サトウ ハナコ', email: 'hanako@hoshi.test' })
  await w.contact({ name: 'Sato Ichiro', email: 'ichi@umi.test', externalId: 'crm-77' })
  await w.contact({ name: 'Erased', email: null, state: 'erased', searchKey: 'sato' })
  expect(await titles(q, 'person')).toEqual(expected)
})

test.each([
  ['ソラ', ['㈱ソラ', 'ソラシステム']],
  ['株式会社ソラ', ['㈱ソラ', 'ソラシステム']],
  ['㈱ソラ', ['㈱ソラ', 'ソラシステム']],
  ['そら', ['㈱ソラ', 'ソラシステム']],
  ['ﾎｼ', ['ホシ商事株式会社']],
  ['商事', ['ホシ商事株式会社']],
  ['umi foo', ['Umi Foods, Inc.']],
  ['foods umi', ['Umi Foods, Inc.']],
])('%j finds accounts', async (q, expected) => {
  for (const name of ['㈱ソラ', 'ソラシステム', 'ホシ商事株式会社', 'Umi Foods, Inc.']) await w.account({ name })
  expect((await titles(q, 'account')).sort()).toEqual([...expected].sort())
})

test('programs are found by name, actions by words of either language', async () => {
  await makeProgram(w, { name: '年次 NPS 2026' })
  expect(await titles('nps 年次', 'program')).toEqual(['年次 NPS 2026'])
  expect((await find('new program')).groups[0]!.items[0]).toMatchObject({ title: 'New program', to: '/programs/new' })
  expect((await find('プログラムを作成')).groups[0]!.items[0]).toMatchObject({ title: 'New program' })
  expect((await find('dark', 'viewer', 'ja')).groups[0]!.items).toMatchObject([{ title: 'ダーク表示にする', post: { theme: 'dark' } }]) // prettier-ignore
  expect((await find('', 'viewer')).groups.map((group) => group.kind)).toEqual(['action'])
})

const roles = ['admin', 'lead', 'csm', 'marketer', 'viewer'] as const

test.each(roles)('a %s finds what the role may open, and no name it may not know', async (role) => {
  const program = await makeProgram(w, { name: 'Hoshi survey' })
  const account = await w.account({ name: 'Hoshi Trading' })
  const contact = await w.contact({ name: 'Mori Hana', email: 'mori@hoshi.test', accountId: account.id })
  const owner = await w.user({ roles: ['csm'] })
  const low = await makeResponse(w, program, { contact, score: 2, comment: 'hoshi is slow' })
  await makeResponse(w, program, { contact, score: 10, comment: 'hoshi is great' })
  const one = await insert(w.store, cases, { id: 'cas_1', subjectKey: `acc:${account.id}`, accountId: account.id, state: 'new', ownerId: owner.id, severity: 'normal', openedAt: w.now(), replyDueAt: w.now(), rankAt: w.now(), reopened: 0, lockVersion: 0 } as never) // prettier-ignore
  await insert(w.store, casePeople, { id: 'cap_1', caseId: one.id, contactId: contact.id, responseId: low.id, state: 'waiting', replyDueAt: w.now() } as never) // prettier-ignore
  await insert(w.store, caseAnswers, { responseId: low.id, casePersonId: 'cap_1', at: w.now() })
  await indexAll(w)
  const result = await find('hoshi', role)
  const kinds = result.groups.map((group) => group.kind)
  const insider = role !== 'viewer'
  const works = role !== 'viewer' && role !== 'marketer'
  expect(kinds).toEqual([...(insider ? ['person', 'account'] : []), ...(works ? ['case'] : []), 'program', 'comment'])
  const comments = result.groups.find((group) => group.kind === 'comment')!.items
  const details = Object.fromEntries(comments.map((item) => [item.title, item.detail]))
  expect(details['hoshi is slow']).toContain(works ? 'Mori Hana' : 'Name not shown')
  expect(details['hoshi is great']).toContain(insider ? 'Mori Hana' : 'Name not shown')
  if (!insider) expect(JSON.stringify(result)).not.toMatch(/Mori|Trading|con_|acc_/)
  if (works) {
    expect(await titles('mori', 'case', role)).toEqual(['Hoshi Trading · Mori Hana'])
    expect(await titles('cas_1', 'case', role)).toEqual(['Hoshi Trading · Mori Hana'])
  }
})

test('a comment is shown around the words that were looked for', async () => {
  const program = await makeProgram(w)
  const long = `${'前置きが続きます。'.repeat(12)}ｻﾎﾟｰﾄの対応が遅い${'。後書き'.repeat(30)}`
  await makeResponse(w, program, { score: 3, comment: long })
  await indexAll(w)
  const [item] = (await find('サポート')).groups.find((group) => group.kind === 'comment')!.items
  expect(item!.quote!.match).toBe('ｻﾎﾟｰﾄ')
  expect(item!.quote!.after).toMatch(/^の対応が遅い.*…$/)
  expect(item!.title.length).toBeLessThan(120)
})

test.each([
  '',
  '   ',
  '\u0000',
  '%_\\',
  '((((',
  "'; drop table users; --",
  '\ud83d',
  'a'.repeat(9_999),
  '😀'.repeat(80),
])('%# whatever is typed, nothing breaks', async (q) => {
  await w.contact({})
  expect((await find(q)).groups.flatMap((group) => group.items).every((item) => item.to.startsWith('/'))).toBe(true)
})

test('who is not signed in finds nothing', async () => {
  await expect(findAnything(w.anonymous(), 'x', 'en')).rejects.toMatchObject({ status: 401 })
})
