import { checkFile } from '#app/accounts/check-import.server.ts'
import { KeyTable } from '#app/accounts/import/key-table.ts'
import type { JobHandler } from '#app/jobs/job.ts'
import { findPeople } from '#app/loop/history/find-people.server.ts'
import { historyReader, type PastItem } from '#app/loop/history/history-reader.server.ts'
import { knownSubmissions } from '#app/responses/add-past-answers.server.ts'

/** Job `loop.check-history`: looks at every line of a file of past answers and says what applying it would do. */
export const checkHistory: JobHandler = (ctx, run) =>
  checkFile(ctx, run, async (row) => {
    const reader = await historyReader(ctx, row)
    const add = row.options?.addPeople === true
    const met = new KeyTable()
    return async ({ lines, counts, reject, open }) => {
      counts.answers ??= { new: 0, unchanged: 0, anonymous: 0 }
      const past: (PastItem & { cells: string[] })[] = []
      for (const line of lines) {
        counts.lines++
        const read = reader.read(line, open)
        if (Array.isArray(read)) reject(line.line, line.cells, read)
        else past.push({ ...read, cells: line.cells })
      }
      if (!past.length) return
      const { db } = ctx.store
      const known = await knownSubmissions(db, past.map(({ key }) => key)) // prettier-ignore
      const fresh = past.filter(({ key }) => !known.has(key))
      counts.answers.unchanged += past.length - fresh.length
      const setting = { at: ctx.now(), baseCurrency: open.baseCurrency }
      const { matched, respondents } = await findPeople(db, fresh, setting, add)
      const isFresh = new Set([...matched.accounts, ...matched.contacts].filter((one) => one.fresh).map(({ row }) => row.id)) // prettier-ignore
      respondents.forEach(({ contact, account, reason }, i) => {
        const { item, cells } = fresh[i]!
        if (reason) return reject(item.line, cells, [reason])
        counts.answers!.new++
        if (!contact) counts.answers!.anonymous++
        // Somebody new gets another id in each batch: their own keys tell them apart.
        const note = (of: { new: number; unchanged: number }, id: string, own: string) => {
          const key = isFresh.has(id) ? own : id
          if (met.get(key) !== undefined) return
          met.set(key, 1)
          of[isFresh.has(id) ? 'new' : 'unchanged']++
        }
        const place = account ? (account.externalId ?? account.domain ?? account.nameKey) : ''
        if (contact) note(counts.contacts, contact.id, `p ${contact.externalId ?? contact.emailKey ?? `${contact.nameKey} ${place}`}`) // prettier-ignore
        if (account) note(counts.accounts, account.id, `a ${place}`)
      })
    }
  })
