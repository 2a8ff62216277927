import { eq } from 'drizzle-orm'
import { expect, it } from 'vitest'
import { recordAnswer } from '#app/loop/record-answer.server.ts'
import { withdrawAnswer } from '#app/loop/withdraw-answer.server.ts'
import { accounts } from '#db/schema/accounts.ts'
import { counted, recount } from '#test/insights/recount.ts'
import { answerTo, customer, invited } from '#test/responses/make.ts'
import { world } from '#test/world.ts'

it('a change, and taking back, move the numbers of the company as it was at answering', async () => {
  const w = await world()
  const { invitation, account } = await invited(w)
  const answer = async (to: number, over = {}) => {
    w.clock.advance(60_000)
    return recordAnswer(customer(w), answerTo(w, invitation, to, { confirms: to, ...over }))
  }
  await answer(9, { language: 'de' })
  await w.store.write((tx) =>
    tx.update(accounts).set({ tier: 'gold', region: 'Kansai' }).where(eq(accounts.id, account.id)),
  )
  expect(await answer(3, { language: 'ja' })).toMatchObject({ kind: 'recorded', class: 'low' })
  expect(await counted(w)).toEqual(await recount(w))
  expect(Object.keys(await counted(w)).filter((key) => key.includes('gold'))).toEqual([])
  w.clock.advance(60_000)
  await withdrawAnswer(customer(w), { invitationId: invitation.id, gen: invitation.gen, askedAt: w.now() - 5_000 })
  expect(await recount(w)).toEqual({})
  expect(
    Object.values(await counted(w))
      .flat()
      .every((n) => n === 0),
  ).toBe(true)
})
