import { can } from '#app/audit/can.ts'
import type { Teller } from '#app/notifications/notice.ts'
import { alertWords } from '#app/notifications/words.ts'
import { translate } from '#app/platform/words.ts'

/** Puts trouble in the background into words, for those who may see to it. */
export const troubleTeller: Teller = async (ctx, reader, list) => {
  if (!can(ctx.actor, 'jobs.read')) return new Map()
  return new Map(
    list.flatMap(({ id, data }) => {
      const said = alertWords[String(data.type)]
      return said ? [[id, { text: translate(reader.locale, said.subject), path: '/jobs', over: null }]] : []
    }),
  )
}
