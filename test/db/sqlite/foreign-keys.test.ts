import Database from 'better-sqlite3'
import { expect, it } from 'vitest'
import { migrate } from '#db/migrate.ts'
import { fileOf } from '#db/store/open.ts'
import { freshDatabase } from '#test/database.ts'

it('a file whose rows point to nothing is refused, not repaired in silence', async () => {
  const url = await freshDatabase()
  const connection = new Database(fileOf(url))
  connection.pragma('foreign_keys = off')
  connection.exec(`insert into user_roles (user_id, role) values ('usr_none', 'admin')`)
  connection.close()
  await expect(migrate(url)).rejects.toThrow('rows point to rows that don')
})
