import ts from 'typescript'
import { expect, it } from 'vitest'
import { eventWords, subjectWords } from '#app/access/event-words.ts'
import { listActors, listEvents } from '#app/access/list-events.server.ts'
import { write } from '#app/audit/context.server.ts'
import { recordEvent } from '#app/audit/record-event.server.ts'
import { nameSubjects } from '#app/loop/name-subjects.server.ts'
import { DAY } from '#app/platform/day.ts'
import { nodes, readTree } from '#test/architecture/source.ts'
import { world, type World } from '#test/world.ts'

const happen = (w: World, type: string, subject: { kind: string; id: string }, ctx = w.ctx()) =>
  write(ctx, (ctx) => recordEvent(ctx, { type, subject }))

it('the history is narrowed by person, kind of change, thing and days of the organisation', async () => {
  const w = await world()
  const csm = await w.user({ name: 'Hana' })
  const [one, other] = [
    { kind: 'case', id: 'cas_1' },
    { kind: 'case', id: 'cas_2' },
  ]
  // Tuesday, 3 March, one minute to midnight in Tokyo; then one minute past it.
  w.clock.set(Date.parse('2026-03-03T14:59:00Z'))
  const late = await happen(w, 'cases.opened', one, w.system())
  w.clock.set(Date.parse('2026-03-03T15:01:00Z'))
  const early = await happen(w, 'cases.claimed', one, w.ctx(csm.actor))
  w.clock.advance(DAY)
  const next = await happen(w, 'cases.closed', other, w.ctx(csm.actor))
  const ids = async (filter: Parameters<typeof listEvents>[1]) =>
    (await listEvents(w.ctx(), filter)).events.map((event) => event.id)
  expect(await ids({})).toEqual([next, early, late])
  expect(await ids({ from: '2026-03-04' })).toEqual([next, early])
  expect(await ids({ to: '2026-03-03' })).toEqual([late])
  expect(await ids({ from: '2026-03-04', to: '2026-03-04' })).toEqual([early])
  expect(await ids({ who: csm.id })).toEqual([next, early])
  expect(await ids({ who: 'system' })).toEqual([late])
  expect(await ids({ about: 'case:cas_1' })).toEqual([early, late])
  expect(await ids({ who: csm.id, type: 'cases.closed', about: 'case:cas_1' })).toEqual([])
  expect(await ids({ who: 'usr_', from: '2026-99-99', about: "x' or 1=1" })).toEqual([next, early, late])
  expect((await listEvents(w.ctx(), { who: csm.id })).events[0]).toMatchObject({ actorName: 'Hana' })
  await w.user({ name: 'Zed', state: 'ended' })
  const { here, gone } = await listActors(w.ctx())
  expect([here.map((user) => user.name), gone.map((user) => user.name)]).toEqual([['Aiko Admin', 'Hana'], ['Zed']])
  await expect(listActors(w.ctx(csm.actor))).rejects.toMatchObject({ status: 403 })
})

it('things are called by their names and lead to their pages; what is gone leads nowhere', async () => {
  const w = await world()
  const account = await w.account({ name: 'Umi' })
  const contact = await w.contact({ accountId: account.id, name: 'Ren' })
  const about = (subjectKind: string, subjectId: string, over = {}) => ({ subjectKind, subjectId, accountId: null, contactId: null, ...over }) // prettier-ignore
  const rows = [
    about('account', account.id),
    about('contact', contact.id),
    about('user', w.admin.id!),
    about('account', 'acc_gone'),
    about('organisation', 'org'),
    about('import', 'imp_1', { accountId: account.id }),
  ]
  expect(await nameSubjects(w.ctx(), rows, 'en')).toEqual({
    [`account:${account.id}`]: { name: 'Umi', to: `/accounts/${account.id}` },
    [`contact:${contact.id}`]: { name: 'Ren', to: `/contacts/${contact.id}` },
    [`user:${w.admin.id}`]: { name: 'Aiko Admin', to: `/settings/people/${w.admin.id}` },
    'account:acc_gone': { name: null, to: null },
    'organisation:org': { name: null, to: '/settings/organisation' },
    'import:imp_1': { name: 'Umi', to: '/imports/imp_1' },
  })
})

it('every event that the product records has plain words, and so has what it is about', () => {
  const wordless = new Set<string>()
  for (const file of readTree().filter(({ path }) => path.startsWith('app/') && path.includes('.server.'))) {
    for (const node of nodes(file.syntax)) {
      if (!ts.isCallExpression(node) || node.expression.getText() !== 'recordEvent') continue
      for (const inner of nodes(node)) {
        if (!ts.isStringLiteral(inner)) continue
        if (/^[a-z]+\.[a-z_]+$/.test(inner.text) && !eventWords[inner.text]) wordless.add(inner.text)
        const at = inner.parent
        const ofSubject =
          ts.isPropertyAssignment(at) &&
          at.name.getText() === 'kind' &&
          ts.isPropertyAssignment(at.parent.parent) &&
          at.parent.parent.name.getText() === 'subject'
        if (ofSubject && !subjectWords[inner.text]) wordless.add(inner.text)
      }
    }
  }
  expect([...wordless]).toEqual([])
})
