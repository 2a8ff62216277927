import { eq } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { listAskable } from '#app/advocacy/asking/list-askable.server.ts'
import { weighStandings } from '#app/advocacy/asking/weigh-standings.server.ts'
import { advocates } from '#db/schema/advocacy.ts'
import { responseTopics, topics } from '#db/schema/responses.ts'
import { promoters } from '#test/advocacy/asking-world.ts'
import { world, type World } from '#test/world.ts'

let w: World
beforeAll(async () => {
  w = await world()
  const food = { industry: 'Food', region: 'Japan', tier: 'gold' }
  // Three accounts, a third each by revenue.
  const small = await w.account({ name: 'A', ...food, arrBaseMinor: 100, products: ['Desk'] })
  const medium = await w.account({ name: 'B', ...food, region: 'Chile', arrBaseMinor: 200, products: ['Desk "Pro"'] })
  const large = await w.account({ name: 'C', industry: 'Media', region: 'Peru', arrBaseMinor: 300, products: [] })
  const [ann] = await promoters(w, small, ['Ann'])
  await promoters(w, medium, ['Bea'])
  const [cleo] = await promoters(w, large, ['Cleo'])
  await w.store.write(async (tx) => {
    await tx
      .update(advocates)
      .set({ nominatedAt: w.now() + 1 })
      .where(eq(advocates.contactId, cleo!.id))
    const at = { createdAt: 0, updatedAt: 0 }
    for (const id of ['top_support', 'top_price'])
      await tx.insert(topics).values({ id, nameEn: id, nameJa: id, version: 1, appliedVersion: 1, ...at })
    const [row] = await tx.select().from(advocates).where(eq(advocates.contactId, ann!.id))
    const tag = { responseId: row!.responseId, source: 'rule' as const, spans: [], day: 0, at: 0 }
    await tx.insert(responseTopics).values({ ...tag, topicId: 'top_support', present: true })
    // Taken off by a person: it is not about that.
    await tx.insert(responseTopics).values({ ...tag, topicId: 'top_price', source: 'person', present: false })
  })
  await weighStandings(w.system(), {
    id: 'x',
    attempt: 1,
    payload: {},
    progress: async () => {},
    stopping: () => false,
  })
})

const who = async (filter: Parameters<typeof listAskable>[1]) =>
  (await listAskable(w.ctx(), filter)).people.map(({ person }) => person)
const sorted = async (filter: Parameters<typeof listAskable>[1]) => (await who(filter)).toSorted()

test('each trait of a prospect narrows the list, and all of them together', async () => {
  expect(await sorted({})).toEqual(['Ann', 'Bea', 'Cleo'])
  expect(await sorted({ industry: 'Food' })).toEqual(['Ann', 'Bea'])
  expect(await sorted({ region: 'Chile' })).toEqual(['Bea'])
  expect(await sorted({ tier: 'gold' })).toEqual(['Ann', 'Bea'])
  expect(await sorted({ size: 'small' })).toEqual(['Ann'])
  expect(await sorted({ size: 'medium' })).toEqual(['Bea'])
  expect(await sorted({ size: 'large' })).toEqual(['Cleo'])
  expect(await sorted({ product: 'Desk' })).toEqual(['Ann'])
  expect(await sorted({ product: 'Desk "Pro"' })).toEqual(['Bea'])
  expect(await sorted({ topic: 'top_support' })).toEqual(['Ann'])
  expect(await sorted({ topic: 'top_price' })).toEqual([])
  expect(await sorted({ language: 'en', q: 'cl' })).toEqual(['Cleo'])
  expect(await sorted({ industry: 'Food', region: 'Peru' })).toEqual([])
})

test('by best fit, who has most in common with a prospect comes first, and it is said what', async () => {
  const profile = { fit: 'best', industry: 'Food', region: 'Peru', topic: 'top_support' } as const
  const { people, next } = await listAskable(w.ctx(), profile)
  // Ann: industry and topic; Cleo: region, nominated after Bea: industry.
  expect(people.map(({ person, fits }) => [person, fits])).toEqual([
    ['Ann', ['industry', 'topic']],
    ['Cleo', ['region']],
    ['Bea', ['industry']],
  ])
  expect(next).toBeNull()
  expect(await who({ fit: 'best' })).toHaveLength(3)
  expect(await who({ fit: 'best', industry: 'Nothing' })).toEqual([])
})
