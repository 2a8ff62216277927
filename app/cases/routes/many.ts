import type { ActionFunctionArgs } from '@remix-run/node'
import type { z } from 'zod'
import { changeMany, changeManySchema, type ChangedMany, type ChangeMany } from '#app/cases/change-many.server.ts'
import { manyWords } from '#app/cases/many-words.ts'
import { formOf } from '#app/platform/http/form.server.ts'
import { saidRedirect } from '#app/platform/http/said.server.ts'
import type { Said } from '#app/platform/http/said.ts'
import { translate, type Locale, type Word } from '#app/platform/words.ts'
import { uiWords } from '#app/ui/words.ts'
import { errorWords } from '#app/words.ts'

/** Characters of an undo, at most: a browser drops a cookie of more than 4,096 bytes, and with it all that was said. */
const mostUndo = 2_400

export const handle = { access: 'cases.work' }

/** The queue's form for many cases; back to the queue it came from, which says what was done and what was not. */
export async function action({ request, context }: ActionFunctionArgs) {
  const { search } = new URL(request.url)
  const change = changeManySchema.safeParse(inputOf(await formOf(request)))
  if (!change.success) {
    const text = translate(context.locale, whatIsWrong(change.error))
    return saidRedirect(`/cases${search}`, { tone: 'warn', text }, context)
  }
  const result = await changeMany(context.ctx, change.data)
  return saidRedirect(`/cases${search}`, said(change.data, result, search, context.locale), context)
}

/** The first thing to be put right. */
function whatIsWrong({ issues }: z.ZodError): Word {
  const wrong = (field: string) => issues.some((issue) => issue.path[0] === field)
  if (wrong('caseIds') || wrong('pairs')) return manyWords.noneChosen
  if (wrong('ownerId')) return errorWords.case_owner!
  return wrong('tag') ? manyWords.noTag : errorWords.bad_request!
}

/** What the form holds: the cases once each, and of an undo whose they were, claimed and unclaimed (`grouped`). */
function inputOf(form: FormData): unknown {
  const text = (name: string) => form.getAll(name).filter((value) => typeof value === 'string')
  return {
    intent: text('intent').at(-1),
    caseIds: [...new Set(text('caseIds').flatMap((value) => value.split(',')))],
    from: text('from')[0],
    pairs: [
      ...text('pairs').flatMap(ungrouped),
      ...text('unclaimed')
        .flatMap(ungrouped)
        .map((pair) => ({ ...pair, unclaimed: true })),
    ],
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
  const fields = undoOf(change, done.filter((one) => one.undoable)) // prettier-ignore
  const undo = fields && { action: `/cases/many${search}`, fields, label: translate(locale, uiWords.undo) }
  return {
    tone: done.length ? undefined : 'warn',
    text: parts.join(' '),
    ...(undo && JSON.stringify(undo).length <= mostUndo && { undo }),
  }
}

/** The form that takes a change back; null where nothing can be taken back. */
function undoOf(change: ChangeMany, done: ChangedMany['done']): Record<string, string> | null {
  if (!done.length) return null
  const caseIds = done.map((one) => one.caseId).join(',')
  switch (change.intent) {
    case 'assign': {
      const [pairs, unclaimed] = [false, true].map((is) => grouped(done.filter((one) => one.unclaimed === is)))
      return { intent: 'give-back', from: change.ownerId, ...(pairs && { pairs }), ...(unclaimed && { unclaimed }) }
    }
    case 'snooze':
      return { intent: 'wake', caseIds }
    case 'tag':
      return { intent: 'untag', caseIds, tag: change.tag }
    default:
      return null
  }
}

/** `owner:case,case;owner:case`: an owner's id once, since all of it has to fit a cookie. */
function grouped(pairs: { caseId: string; ownerId: string }[]): string {
  const owners = [...new Set(pairs.map((pair) => pair.ownerId))]
  const casesOf = (ownerId: string) => pairs.filter((pair) => pair.ownerId === ownerId).map((pair) => pair.caseId)
  return owners.map((ownerId) => `${ownerId}:${casesOf(ownerId).join(',')}`).join(';')
}

function ungrouped(value: string): { caseId: string; ownerId: string }[] {
  return value.split(';').flatMap((group) => {
    const [ownerId = '', caseIds = ''] = group.split(':')
    return caseIds.split(',').map((caseId) => ({ caseId, ownerId }))
  })
}
