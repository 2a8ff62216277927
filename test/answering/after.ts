import type { CreateProgram } from '#app/surveys/program.ts'
import { editProgram } from '#app/surveys/edit-program.server.ts'
import type { EditProgram } from '#app/surveys/program.ts'
import { getProgram } from '#app/surveys/get-program.server.ts'
import { customerOf, fieldOf } from '#test/answering/browse.ts'
import { invited, makeProgram } from '#test/responses/make.ts'
import { editOf } from '#test/surveys/make.ts'
import type { World } from '#test/world.ts'

export type Asks = NonNullable<EditProgram['questions']>

/** A program with further questions, and what became of them: their ids. */
export async function makeAsking(
  w: World,
  questions: Asks,
  { pace, ...over }: Partial<CreateProgram> & { pace?: EditProgram['pace'] } = {},
) {
  const program = await makeProgram(w, over)
  const edit = await editOf(w, program.id)
  await editProgram(w.ctx(), { ...edit, withQuestions: true, questions, pace })
  const { program: now, version } = await getProgram(w.ctx(), program.id)
  return { program: now, questions: version.content.questions! }
}

/** A person who has answered with a score, and their browser on the pages that follow. */
export async function answered(
  w: World,
  score: number,
  over: Parameters<typeof invited>[1] & { comment?: string } = {},
) {
  const one = await invited(w, over)
  const customer = customerOf(w)
  const link = one.invitation
  const first = await customer.open(link)
  w.clock.advance(10_000)
  const nonce = fieldOf(first.html, 'nonce')
  const { location } = await customer.post(link, {
    score: String(score),
    comment: over.comment ?? '',
    nonce,
    lang: 'en',
  })
  const open = (query = '?thanks=1') => customer.open(link, query)
  return {
    ...one,
    customer,
    link,
    open,
    /** Where the answer led. */
    next: queryOf(location),
    /** Follows a redirect. */
    follow: (to: string | null) => open(queryOf(to)),
    /** Reads the page, waits, and sends one of its forms. */
    async send(fields: Record<string, string> | [string, string][], query = '?thanks=1', wait = 5_000) {
      const { html } = await open(query)
      w.clock.advance(wait)
      const own = Array.isArray(fields) ? fields : Object.entries(fields)
      const names = new Set(own.map(([name]) => name))
      const hidden = [['nonce', fieldOf(html, 'nonce')], ['lang', 'en']].filter(([name]) => !names.has(name!)) as [string, string][] // prettier-ignore
      return customer.post(link, [...hidden, ...own])
    },
  }
}

const queryOf = (location: string | null) => {
  const url = new URL(location ?? '', 'http://koe.test')
  return url.search
}
