import type { ActionFunctionArgs } from '@remix-run/node'
import { changeMany, changeManySchema, type ChangedMany, type ChangeMany } from '#app/cases/change-many.server.ts'
import { manyWords } from '#app/cases/many-words.ts'
import { formOf } from '#app/platform/http/form.server.ts'
import { saidRedirect } from '#app/platform/http/said.server.ts'
import type { Said } from '#app/platform/http/said.ts'
import { translate, type Locale } from '#app/platform/words.ts'
import { uiWords } from '#app/ui/words.ts'
import { errorWords } from '#app/words.ts'

export const handle = { access: 'cases.work' }

/** The queue's form for many cases; back to the queue it came from, which says what was done and what was not. */
export async function action({ request, context }: ActionFunctionArgs) {
  const { search } = new URL(request.url)
  const change = changeManySchema.safeParse(inputOf(await formOf(request)))
  if (!change.success) {
    const text = translate(context.locale, manyWords.noneChosen)
    return saidRedirect(`/cases${search}`, { tone: 'warn', text }, context)
  }
  const result = await changeMany(context.ctx, change.data)
  return saidRedirect(`/cases${search}`, said(change.data, result, search, context.locale), context)
}

/** What the form holds: the cases once each, and an undo's pairs as `case:owner`. */
function inputOf(form: FormData): unknown {
  const text = (name: string) => form.getAll(name).filter((value) => typeof value === 'string')
  return {
    intent: text('intent').at(-1),
    caseIds: [...new Set(text('caseIds').flatMap((value) => value.split(',')))],
    pairs: text('pairs')
      .flatMap((value) => value.split(','))
      .map((pair) => ({ caseId: pair.split(':')[0], ownerId: pair.split(':')[1] })),
    ownerId: text('ownerId')[0],
    span: text('span')[0],
    tag: text('tag')[0],
  }
}

function said(change: ChangeMany, { done, refused }: ChangedMany, search: string, locale: Locale): Said {
  const parts = [
    translate(locale, manyWords.done, { n: done.length }),
    ...Object.entries(refused).map(([code, n]) =>
      translate(locale, manyWords.notDone, { n, why: translate(locale, errorWords[code] ?? errorWords.bad_request!) }),
    ),
  ]
  const fields = done.length ? undoOf(change, done) : null
  return {
    tone: done.length ? undefined : 'warn',
    text: parts.join(' '),
    ...(fields && { undo: { action: `/cases/many${search}`, fields, label: translate(locale, uiWords.undo) } }),
  }
}

/** The form that takes a change back; null for what takes one back itself. */
function undoOf(change: ChangeMany, done: ChangedMany['done']): Record<string, string> | null {
  const caseIds = done.map((one) => one.caseId).join(',')
  switch (change.intent) {
    case 'assign':
      return { intent: 'give-back', pairs: done.map((one) => `${one.caseId}:${one.ownerId}`).join(',') }
    case 'snooze':
      return { intent: 'wake', caseIds }
    case 'tag':
      return { intent: 'untag', caseIds, tag: change.tag }
    default:
      return null
  }
}
