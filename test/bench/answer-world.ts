import { randomBytes } from 'node:crypto'
import { system } from '#app/audit/actor.ts'
import type { Ctx } from '#app/audit/context.server.ts'
import { invitationToken } from '#app/delivery/invitation-token.server.ts'
import { dayOf } from '#app/platform/calendar.ts'
import { DAY } from '#app/platform/day.ts'
import { env } from '#app/platform/env.server.ts'
import { saveFile } from '#app/platform/files.server.ts'
import { newId } from '#app/platform/ids.server.ts'
import { loadKeyring } from '#app/platform/keyring.server.ts'
import { makeNonce } from '#app/responses/nonce.server.ts'
import { createProgram } from '#app/surveys/create-program.server.ts'
import { userRoles, users } from '#db/schema/access.ts'
import { accounts, contacts } from '#db/schema/accounts.ts'
import { invitations } from '#db/schema/delivery.ts'
import { brands, organisation } from '#db/schema/platform.ts'
import { migrate } from '#db/migrate.ts'
import { openStore } from '#db/store/open.ts'
import type { Store } from '#db/store/store.ts'

/** People of an account, on average. */
const perAccount = 10

/** A company with owners, accounts and people, each with an invitation that waits for its answer. */
export async function makeAnswerWorld(people: number) {
  await migrate(env.DATABASE_URL)
  const keys = loadKeyring(env)
  const store = openStore(env.DATABASE_URL)
  const ctx: Ctx = { store, keys, actor: system('bench'), now: Date.now }
  const at = Date.now()
  const owners = Array.from({ length: 20 }, () => newId('usr', at))
  await store.write(async (tx) => {
    const logoFileId = await saveFile(tx, { kind: 'logo', name: 'logo.png', mime: 'image/png', at }, randomBytes(4096))
    await tx
      .insert(organisation)
      .values({
        id: 'org',
        name: 'Sora Software',
        postalAddress: '1-1 Marunouchi, Chiyoda-ku, Tokyo',
        privacyUrl: 'https://sora.example/privacy',
        zone: 'Asia/Tokyo',
        baseCurrency: 'JPY',
        fiscalMonth: 4,
        locale: 'en',
      })
      .onConflictDoNothing()
    await tx
      .insert(brands)
      .values({ id: 'brand', name: 'Sora', colour: '#1f5fbf', logoFileId, senderName: 'Sora Software', replyTo: null })
      .onConflictDoUpdate({ target: brands.id, set: { logoFileId } })
    await tx.insert(users).values(
      owners.map((id, i) => ({
        id,
        email: `csm${i}@koe.test`,
        emailKey: `csm${i}@koe.test`,
        name: `CSM ${i}`,
        locale: 'en' as const,
        state: 'active' as const,
        createdAt: at,
      })),
    )
    await tx
      .insert(userRoles)
      .values(owners.map((userId, i) => ({ userId, role: i ? ('csm' as const) : ('lead' as const) })))
  })
  const program = await createProgram(ctx, { name: 'Relationship NPS', metric: 'nps', kind: 'relationship' })
  const sentDay = dayOf(at, 'Asia/Tokyo') - 1
  const ids: string[] = []
  for (let from = 0; from < people; from += 200) {
    const n = Math.min(200, people - from)
    const group = Array.from({ length: Math.ceil(n / perAccount) }, () => newId('acc', at))
    const batch = Array.from({ length: n }, (_, i) => ({
      id: newId('con', at),
      invitation: newId('inv', at),
      accountId: group[i % group.length]!,
      i: from + i,
    }))
    await store.write(async (tx) => {
      await tx.insert(accounts).values(
        group.map((id, i) => ({
          id,
          name: `Account ${from + i}`,
          nameKey: `account ${from + i}`,
          products: ['app'],
          tier: ['gold', 'silver', 'bronze'][i % 3],
          region: ['apac', 'emea'][i % 2],
          ownerId: owners[i % owners.length],
          health: 'unknown' as const,
          isInternal: false,
          createdAt: at,
          updatedAt: at,
        })),
      )
      await tx.insert(contacts).values(
        batch.map(({ id, accountId, i }) => ({
          id,
          accountId,
          name: `Person ${i}`,
          email: `p${i}@customer.test`,
          emailKey: `p${i}@customer.test`,
          searchKey: `person ${i}`,
          language: i % 2 ? ('ja' as const) : ('en' as const),
          isTest: false,
          isShared: false,
          state: 'active' as const,
          createdAt: at,
          updatedAt: at,
        })),
      )
      await tx.insert(invitations).values(
        batch.map(({ id, accountId, invitation }) => ({
          id: invitation,
          programId: program.id,
          versionId: program.currentVersionId!,
          contactId: id,
          accountId,
          channel: 'email' as const,
          occasion: 'bench',
          respondentKey: id,
          state: 'sent' as const,
          dueAt: at,
          sentAt: at,
          sentDay,
          expiresAt: at + 60 * DAY,
          language: 'en' as const,
          gen: 1,
          isTest: false,
          createdAt: at,
        })),
      )
    })
    ids.push(...batch.map((person) => person.invitation))
  }
  const token = (id: string) => invitationToken(keys, { id, gen: 1 })
  return {
    store: store as Store,
    people,
    close: () => store.close(),
    /** What opens the page of the n-th person. */
    open: (n: number, port: number) => `GET /s/${token(ids[n]!)}?score=9 HTTP/1.1\r\n${headersTo(port)}\r\n`,
    /** The n-th person's answer from a page opened five seconds ago. */
    answer(n: number, port: number) {
      const nonce = makeNonce(keys, ids[n]!, Date.now() - 5_000)
      const score = scores[n % scores.length]!
      const body = `score=${score}&comment=${n % 2 ? encodeURIComponent(comments[n % comments.length]!) : ''}&nonce=${nonce}&lang=en`
      return post(`/s/${token(ids[n]!)}`, body, port)
    },
  }
}

/** Half promoters, three in ten passives, two in ten detractors. */
const scores = [9, 10, 8, 2, 9, 7, 10, 9, 8, 5]
const comments = [
  'Support answers within the hour, every time.',
  'The export is slow and the totals are wrong on Mondays.',
  '画面の表示が遅く、月末の締め作業に支障が出ています。',
  'Good value. 特に不満はありません。',
]

const agent =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.5 Mobile/15E148 Safari/604.1'
const headersTo = (port: number) =>
  `host: localhost:${port}\r\nuser-agent: ${agent}\r\naccept: text/html,application/xhtml+xml\r\naccept-language: en-GB,en;q=0.9\r\naccept-encoding: gzip, deflate\r\n`

export const get = (path: string, port: number) => `GET ${path} HTTP/1.1\r\n${headersTo(port)}\r\n`
export const post = (path: string, body: string, port: number) =>
  `POST ${path} HTTP/1.1\r\n${headersTo(port)}origin: http://localhost:${port}\r\nsec-fetch-site: same-origin\r\ncontent-type: application/x-www-form-urlencoded\r\ncontent-length: ${Buffer.byteLength(body)}\r\n\r\n${body}`
