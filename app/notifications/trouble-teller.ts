import type { Teller } from '#app/notifications/notice.ts'
import { alertWords } from '#app/notifications/words.ts'
import { translate } from '#app/platform/words.ts'

/** Puts trouble in the background into words. */
export const troubleTeller: Teller = async (_ctx, reader, list) =>
  new Map(
    list.flatMap(({ id, data }) => {
      const said = alertWords[String(data.type)]
      return said ? [[id, { text: translate(reader.locale, said.subject), path: '/jobs', over: null }]] : []
    }),
  )
