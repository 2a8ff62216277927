import Database from 'better-sqlite3'
import { DAY } from '#app/platform/day.ts'
import { fold } from '#app/platform/text.ts'
import { classOf } from '#app/statistics/scale.ts'
import { makeComments, makeRandom } from '#test/bench/comments.ts'

const programs = ['prg_a', 'prg_b', 'prg_c', 'prg_d']
const people = 100_000
const companies = 10_000
export const today = 20_514
const days = 730

const families = ['佐藤 サトウ sato', '鈴木 スズキ suzuki', '高橋 タカハシ takahashi', '田中 タナカ tanaka', '伊藤 イトウ ito', '渡辺 ワタナベ watanabe', 'Smith - smith', 'Garcia - garcia', 'Müller - mueller'] // prettier-ignore
const given = ['花子 ハナコ hanako', '太郎 タロウ taro', '健 ケン ken', '恵 メグミ megumi', 'Anna - anna', 'John - john', '翔 ショウ sho'] // prettier-ignore
const firms = ['ソラ', 'ホシ商事', 'Umi Foods', 'Aoi Trading', 'ミライ物産', 'Northwind', 'カワ製作所', 'Data Works']

/** Answers, each with a comment, of four programs over two years up to a day, of 100,000 people in 10,000 companies. */
export function fillSearch(file: string, size: number, lastDay = today) {
  const db = new Database(file)
  db.pragma('foreign_keys = OFF')
  db.pragma('synchronous = OFF')
  const random = makeRandom(7)
  const comment = makeComments(random)
  const pick = (list: string[]) => list[Math.floor(random() * list.length)]!
  db.transaction(() => {
    db.prepare(`insert into brands (id, name, colour, sender_name) values ('brd', 'Koe', '#000000', 'Koe')`).run()
    const program = db.prepare(
      `insert into programs (id, name, metric, kind, state, brand_id, audience, case_rule, min_interval_days, in_score, created_at, updated_at)
       values (?, ?, 'nps', 'relationship', 'live', 'brd', '{}', '{}', 90, 1, 0, 0)`,
    )
    for (const id of programs) program.run(id, `Relationship ${id}`)
    const account = db.prepare(
      `insert into accounts (id, name, name_key, products, health, is_internal, created_at, updated_at) values (?, ?, ?, '[]', 'green', 0, 0, 0)`,
    )
    for (let i = 0; i < companies; i++) {
      const name = `${i % 2 ? '㈱' : '株式会社'}${pick(firms)} ${i}`
      account.run(`acc_${String(i).padStart(9, '0')}`, name, fold(name))
    }
    const contact = db.prepare(
      `insert into contacts (id, account_id, name, name_key, name_kana, email, email_key, search_key, is_test, is_shared, state, created_at, updated_at)
       values (?, ?, ?, ?, ?, ?, ?, ?, 0, 0, 'active', 0, 0)`,
    )
    for (let i = 0; i < people; i++) {
      const [family, familyKana, familyMail] = pick(families).split(' ') as [string, string, string]
      const [first, firstKana, firstMail] = pick(given).split(' ') as [string, string, string]
      const name = `${family} ${first}`
      const kana = familyKana === '-' ? null : `${familyKana} ${firstKana}`
      const email = `${familyMail}.${firstMail}${i}@customer${i % companies}.test`
      const key = [fold(name), kana && fold(kana), email].filter(Boolean).join(' ')
      contact.run(`con_${String(i).padStart(9, '0')}`, `acc_${String(i % companies).padStart(9, '0')}`, name, fold(name), kana, email, email, key) // prettier-ignore
    }
    const response = db.prepare(
      `insert into responses (id, invitation_id, program_id, version_id, contact_id, account_id, state, score, class, comment, language, answered_at, day, counts, is_test, products)
       values (?, ?, ?, 'ver', ?, ?, 'counted', ?, ?, ?, ?, ?, ?, 1, 0, '[]')`,
    )
    for (let i = 0; i < size; i++) {
      const day = lastDay - days + 1 + Math.floor((i * days) / size)
      const person = Math.floor(random() * people)
      const score = Math.min(10, Math.floor(random() * 14))
      const said = comment()
      response.run(
        `rsp_${String(i).padStart(25, '0')}`,
        `inv_${String(i).padStart(25, '0')}`,
        programs[person % 50 ? person % 3 : 3]!,
        `con_${String(person).padStart(9, '0')}`,
        `acc_${String(person % companies).padStart(9, '0')}`,
        score,
        classOf('nps', score),
        said.comment,
        said.language,
        day * DAY + (i % 86_400) * 1000,
        day,
      )
    }
  })()
  db.pragma('wal_checkpoint(TRUNCATE)')
  db.close()
}
