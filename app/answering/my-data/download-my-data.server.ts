import { stringify } from 'csv-stringify/sync'
import { gatherMyData } from '#app/answering/my-data/gather-my-data.server.ts'
import { fieldWords, sectionWords, type Item } from '#app/answering/my-data/my-data.ts'
import { asPerson, openMyData } from '#app/answering/my-data/show-my-data.server.ts'
import type { Reply, Visit } from '#app/answering/visit.ts'
import { answeringWords as words } from '#app/answering/words.ts'
import { attachment } from '#app/platform/http/attachment.ts'
import { disarm } from '#app/platform/formula.ts'
import type { Language } from '#app/platform/languages.ts'
import { translator } from '#app/platform/words.ts'

export type Format = 'json' | 'csv'

/** The same as a file, made while it is taken: nobody's data lies about, and nobody's is read ahead. */
export async function downloadMyData(visit: Visit, format: Format): Promise<Reply | Response> {
  const open = await openMyData(visit, visit.query.get('lang'))
  if ('closed' in open) return open.closed
  const { person, place } = open
  const items = gatherMyData(asPerson(visit.ctx, person.id), person.id, place.locale)
  const parts = format === 'json' ? asJson(items) : asCsv(items, place.locale)
  return new Response(visit.method === 'HEAD' ? null : streamOf(parts), {
    headers: {
      'content-type': format === 'json' ? 'application/json; charset=utf-8' : 'text/csv; charset=utf-8; header=present',
      'content-disposition': attachment(`my-data.${format}`),
    },
  })
}

function streamOf(parts: AsyncGenerator<string>): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder()
  return new ReadableStream({
    async pull(controller) {
      const next = await parts.next()
      if (next.done) controller.close()
      else controller.enqueue(encoder.encode(next.value))
    },
    cancel: () => void parts.return(undefined),
  })
}

/** One list of things, each with the section that it belongs to. A fact that is there more than once is a list. */
async function* asJson(items: AsyncIterable<Item>): AsyncGenerator<string> {
  let first = true
  yield '['
  for await (const { section, facts } of items) {
    const one: Record<string, unknown> = { section }
    for (const { field, value } of facts) one[field] = field in one ? [one[field], value].flat() : value
    yield `${first ? '\n' : ',\n'}${JSON.stringify(one)}`
    first = false
  }
  yield '\n]\n'
}

/** Programs read instants better than people's dates. */
const times = new Set<string>(['since', 'when', 'answered', 'ended'])

/** One fact a line, for things of different sections have different facts. */
async function* asCsv(items: AsyncIterable<Item>, locale: Language): AsyncGenerator<string> {
  const t = translator(locale)
  const lines = (cells: (string | number)[][]) =>
    stringify(cells.map((line) => line.map((cell) => (typeof cell === 'string' ? disarm(cell) : cell))), { record_delimiter: '\r\n' }) // prettier-ignore
  yield '\ufeff' + lines([[t(words.meSection), '#', t(words.meFact), t(words.meValue)]])
  let n = 0
  for await (const { section, facts } of items) {
    n++
    yield lines(
      facts.map(({ field, value, shown }) => [t(sectionWords[section]), n, t(fieldWords[field]), times.has(field) ? value : (shown ?? value)]), // prettier-ignore
    )
  }
}
