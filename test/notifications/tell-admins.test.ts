import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { write } from '#app/audit/context.server.ts'
import { recordEvent } from '#app/audit/record-event.server.ts'
import { renderAlert } from '#app/notifications/render-alert.server.ts'
import { tellAdmins } from '#app/notifications/tell-admins.server.ts'
import { alertWords } from '#app/notifications/words.ts'
import { eventSubscribers } from '#app/subscriptions.server.ts'
import { HOUR } from '#app/platform/day.ts'
import { events } from '#db/schema/audit.ts'
import { messages } from '#db/schema/email.ts'
import { world } from '#test/world.ts'

async function trouble() {
  const w = await world()
  const admin = await w.user({ roles: ['admin', 'csm'], locale: 'ja', email: 'admin@sora.test' })
  await w.user({ roles: ['lead'], email: 'lead@sora.test' })
  const happen = async (type: string) => {
    const id = await write(w.system(), (ctx) => recordEvent(ctx, { type, subject: { kind: 'job', id: 'job_1' } }))
    const [event] = await w.store.db.select().from(events).where(eq(events.id, id))
    await tellAdmins(w.system(), event!)
    return event!
  }
  const mails = () => w.store.db.select().from(messages).where(eq(messages.toEmail, 'admin@sora.test'))
  return { w, admin, happen, mails }
}

test('admins, and only they, are told of each kind of trouble once an hour', async () => {
  const { w, happen, mails } = await trouble()
  await happen('jobs.died')
  await happen('jobs.died')
  expect(await mails()).toHaveLength(1)
  await happen('email.transport_paused')
  expect(await mails()).toHaveLength(2)
  w.clock.advance(HOUR)
  await happen('jobs.died')
  expect(await mails()).toHaveLength(3)
  const told = new Set((await w.store.db.select().from(messages)).map((mail) => mail.toEmail))
  expect(told.has('lead@sora.test')).toBe(false)
})

test('the mail says what happened in the admin’s language, and where to look', async () => {
  const { w, happen, mails } = await trouble()
  await happen('loop.consequence_failed')
  const [mail] = await mails()
  const rendered = await renderAlert(w.system(), mail!)
  expect(rendered.subject).toBe(alertWords['loop.consequence_failed']!.subject.ja)
  expect(rendered.text).toContain('/jobs')
  expect(rendered.html).toContain('lang="ja"')
})

test('every kind of trouble that has words is told, and the other way round', () => {
  const told = Object.entries(eventSubscribers).flatMap(([type, subscribers]) =>
    subscribers.some(({ name }) => name === 'notifications.tell-admins') ? [type] : [],
  )
  expect(told.sort()).toEqual(Object.keys(alertWords).sort())
})
