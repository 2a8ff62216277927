import { expect, it } from 'vitest'
import { claimJobs } from '#app/jobs/claim-jobs.server.ts'
import { jobTabs } from '#app/jobs/job-tab.ts'
import { countJobs, listJobs } from '#app/jobs/list-jobs.server.ts'
import { failJob, finishJob } from '#app/jobs/settle-job.server.ts'
import { world } from '#test/world.ts'
import { holder, makeJob } from '#test/jobs/make.ts'

it('every job is on exactly one tab, counted there', async () => {
  const w = await world()
  const mine = holder()
  await makeJob(w) // done
  await finishJob(w.system(), mine, (await claimJobs(w.system(), mine, 1))[0]!)
  await makeJob(w) // failed, to be retried
  await failJob(w.system(), mine, (await claimJobs(w.system(), mine, 1))[0]!, new Error('no'))
  await makeJob(w, { maxAttempts: 1 }) // given up
  await failJob(w.system(), mine, (await claimJobs(w.system(), mine, 1))[0]!, new Error('no'))
  await makeJob(w) // running
  await claimJobs(w.system(), mine, 1)
  await makeJob(w)
  await makeJob(w)
  expect(await countJobs(w.ctx())).toEqual({ waiting: 2, running: 1, failed: 1, uncertain: 0, dead: 1, done: 1 })
  const seen = await Promise.all(
    jobTabs.map(async (tab) => (await listJobs(w.ctx(), { tab })).rows.map((row) => row.id)),
  )
  expect(new Set(seen.flat()).size).toBe(6)
  expect(seen.flat()).toHaveLength(6)
})

it('a long list pages by key, and only an admin reads it', async () => {
  const w = await world()
  for (let i = 0; i < 60; i++) await makeJob(w)
  const first = await listJobs(w.ctx(), { tab: 'waiting' })
  const second = await listJobs(w.ctx(), { tab: 'waiting', after: first.next })
  expect(new Set([...first.rows, ...second.rows].map((row) => row.id)).size).toBe(60)
  expect([first.rows.length, second.rows.length, second.next]).toEqual([50, 10, null])
  const lead = await w.user({ roles: ['lead'] })
  await expect(listJobs(w.ctx(lead.actor), { tab: 'waiting' })).rejects.toMatchObject({ status: 403 })
})
