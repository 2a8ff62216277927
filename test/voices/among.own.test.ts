import { expect, test, vi } from 'vitest'
import { openReplyAddress } from '#app/email/reply-address.ts'
import { inviteContact } from '#app/delivery/invite-contact.server.ts'
import { renderInvitation } from '#app/delivery/render-invitation.server.ts'
import { write } from '#app/audit/context.server.ts'
import { isoOfDay } from '#app/platform/day.ts'
import { listResponses } from '#app/responses/list-responses.server.ts'
import { listHeardAmong } from '#app/voices/list-heard-among.server.ts'
import { recordVoice } from '#app/voices/save-voice.server.ts'
import { makeProgram, makeResponse } from '#test/cases/make.ts'
import { liveProgram, mailsAbout } from '#test/delivery/make.ts'
import { world } from '#test/world.ts'

vi.hoisted(() => {
  process.env.MAIL_REPLY_DOMAIN = 'Reply.Sora.test'
})

test('page by page, every voice stands among the answers exactly once', async () => {
  const w = await world()
  const today = Math.floor(w.now() / 86_400_000)
  const program = await makeProgram(w)
  const account = await w.account({})
  const contact = await w.contact({ accountId: account.id })
  for (const ago of [1, 1, 1, 1, 4, 4, 6, 9]) await makeResponse(w, program, { contact, day: today - ago, comment: 'Good search' }) // prettier-ignore
  const ids = []
  for (const ago of [0, 1, 1, 3, 4, 5, 6, 7, 9, 12])
    ids.push(await recordVoice(w.ctx(), { accountId: account.id, date: isoOfDay(today - ago), channel: 'phone', heardBy: 'usr_admin', text: 'Good search' })) // prettier-ignore
  const queries: Record<string, string>[] = [
    {},
    { account: account.id },
    { account: account.id, q: 'search' },
    { comment: '1' },
  ]
  for (const query of queries) {
    const found: string[] = []
    let after: string | null = null
    do {
      const asked: Record<string, string> = { ...query, limit: '3', ...(after && { after }) }
      const page = await listResponses(w.ctx(), asked)
      found.push(...(await listHeardAmong(w.ctx(), asked, page.next)).heard.map((voice) => voice.id))
      after = page.next
    } while (after)
    expect(found.toSorted(), JSON.stringify(query)).toEqual(ids.toSorted())
  }
  expect((await listHeardAmong(w.ctx(), { heard: '0' }, null)).heard).toEqual([])
  expect((await listHeardAmong(w.ctx(), { program: program.id }, null)).heard).toEqual([])
})

test('where replies are received, each invitation asks for them at an address of its own', async () => {
  const w = await world()
  const program = await liveProgram(w)
  const contact = await w.contact({})
  const made = await write(w.ctx(), (ctx) => inviteContact(ctx, { contactId: contact.id, programId: program.id, source: 'test', externalId: '1' })) // prettier-ignore
  const [message] = await mailsAbout(w, made.id)
  const { replyTo } = await renderInvitation(w.system(), message!)
  expect(replyTo).toMatch(/^reply\+i[0-9a-z]+@reply\.sora\.test$/)
  expect(openReplyAddress(w.keys, [replyTo!])).toEqual({ kind: 'invitation', id: made.id })
})
