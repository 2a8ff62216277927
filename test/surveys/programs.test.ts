import { eq } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { changeProgramState } from '#app/surveys/change-program-state.server.ts'
import { createProgram } from '#app/surveys/create-program.server.ts'
import { editProgram } from '#app/surveys/edit-program.server.ts'
import { getProgram, getProgramByVersion } from '#app/surveys/get-program.server.ts'
import { listPrograms } from '#app/surveys/list-programs.server.ts'
import { languages } from '#app/platform/languages.ts'
import { spokenBy } from '#app/surveys/wordings.ts'
import { listVersions } from '#app/surveys/list-versions.server.ts'
import { events } from '#db/schema/audit.ts'
import { programVersions } from '#db/schema/surveys.ts'
import { editOf } from '#test/surveys/make.ts'
import { world } from '#test/world.ts'

const draft = { name: 'Relationship', metric: 'nps', kind: 'relationship' } as const

describe('a program', () => {
  it('starts as a draft with words in every language, for everybody', async () => {
    const w = await world()
    const { id } = await createProgram(w.ctx(), { ...draft, market: 'japan' })
    const { program, version, brand } = await getProgram(w.ctx(), id)
    expect(program).toMatchObject({
      state: 'draft',
      audience: {},
      brandId: w.brandId,
      caseRule: { enabled: true, threshold: 4 },
    })
    expect(version).toMatchObject({ number: 1, createdBy: w.admin.id })
    expect(version.content.wording.ja.question).toContain('お薦め')
    expect(spokenBy(version.content.wording)).toEqual(languages)
    expect(brand.name).toBe('Sora')
  })

  it('keeps its words for whoever was asked with them: new words are a new version', async () => {
    const w = await world()
    const { id } = await createProgram(w.ctx(), draft)
    const before = await getProgram(w.ctx(), id)
    const edit = await editOf(w, id)
    edit.wording.en.question = 'Would you recommend {company}?'
    expect(await editProgram(w.ctx(), edit)).toMatchObject({ version: 2, newVersion: true })
    const after = await getProgram(w.ctx(), id)
    expect(after.version.id).not.toBe(before.version.id)
    expect(after.version.content.questionId).toBe(before.version.content.questionId)
    expect((await getProgramByVersion(w.ctx(), before.version.id))?.version).toEqual(before.version)
    expect((await listVersions(w.ctx(), id)).map((version) => version.number)).toEqual([2, 1])
  })

  it('keeps the languages that a form does not bring, adds those it does, and takes out those it names', async () => {
    const w = await world()
    const { id } = await createProgram(w.ctx(), draft)
    const full = (await getProgram(w.ctx(), id)).version.content.wording
    const { de, ...fewer } = full
    const words = async () => (await getProgram(w.ctx(), id)).version.content.wording
    const edit = async () => ({ ...(await editOf(w, id)), wording: { en: full.en, ja: full.ja } })
    expect(await editProgram(w.ctx(), await edit())).toMatchObject({ newVersion: false })
    expect(await editProgram(w.ctx(), { ...(await edit()), takenOut: ['de'] })).toMatchObject({ version: 2 })
    expect(await words()).toEqual(fewer)
    const back = { ...de!, question: 'Empfehlen Sie {company}?' }
    await editProgram(w.ctx(), { ...(await edit()), wording: { en: full.en, ja: full.ja, de: back }, takenOut: ['de'] })
    expect(await words()).toEqual({ ...fewer, de: back })
    await expect(editProgram(w.ctx(), { ...(await edit()), takenOut: ['ja' as 'de'] })).rejects.toThrow()
  })

  it('needs no new version for anything but words', async () => {
    const w = await world()
    const { id } = await createProgram(w.ctx(), draft)
    const edit = {
      ...(await editOf(w, id)),
      name: 'Renamed',
      audience: { tiers: ['gold'], regions: [] },
      caseRule: { enabled: true, threshold: 3, urgentUpTo: 0 },
    }
    expect(await editProgram(w.ctx(), edit)).toMatchObject({ version: 1, newVersion: false })
    const { program } = await getProgram(w.ctx(), id)
    expect(program).toMatchObject({
      name: 'Renamed',
      audience: { tiers: ['gold'] },
      caseRule: {
        threshold: 3,
        severity: [
          { upTo: 0, severity: 'urgent' },
          { upTo: 3, severity: 'low' },
        ],
      },
    })
  })

  it('keeps what counts as an answer until somebody says otherwise, and the event says so', async () => {
    const w = await world()
    const program = await createProgram(w.ctx(), draft)
    await editProgram(w.ctx(), { ...(await editOf(w, program.id)), integrity: 'strict' })
    await editProgram(w.ctx(), await editOf(w, program.id))
    expect((await getProgram(w.ctx(), program.id)).program.integrity).toBe('strict')
    const edits = (await w.store.db.select().from(events)).filter((row) => row.type === 'surveys.program_edited')
    expect(edits.map(({ data }) => (data as { integrity?: string }).integrity)).toEqual(['strict', undefined])
  })

  it('takes one of two edits that saw the same version', async () => {
    const w = await world()
    const { id } = await createProgram(w.ctx(), draft)
    const edits = await Promise.all(
      ['first', 'second'].map(async (subject) => {
        const edit = structuredClone(await editOf(w, id))
        edit.wording.en.subject = subject
        return edit
      }),
    )
    const saved = await Promise.allSettled(edits.map((edit) => editProgram(w.ctx(), edit)))
    expect(saved.map((one) => one.status).sort()).toEqual(['fulfilled', 'rejected'])
    expect(saved.find((one) => one.status === 'rejected')).toMatchObject({
      reason: { status: 409, code: 'program_changed' },
    })
    expect(await w.store.db.select().from(programVersions).where(eq(programVersions.programId, id))).toHaveLength(2)
  })

  it('refuses a case rule that does not fit its scale, and a brand that is not there', async () => {
    const w = await world()
    const { id } = await createProgram(w.ctx(), { ...draft, metric: 'csat' })
    const edit = await editOf(w, id)
    await expect(editProgram(w.ctx(), { ...edit, caseRule: { enabled: true, threshold: 9 } })).rejects.toMatchObject({
      status: 422,
      fields: { 'caseRule.threshold': 'score_outside_scale' },
    })
    await expect(editProgram(w.ctx(), { ...edit, brandId: 'brd_none' })).rejects.toMatchObject({
      status: 422,
      fields: { brandId: 'no_such_brand' },
    })
  })

  it('goes live, pauses, is archived and comes back paused, with one event for each', async () => {
    const w = await world()
    const { id } = await createProgram(w.ctx(), draft)
    const go = (to: 'live' | 'paused' | 'archived' | 'draft') => changeProgramState(w.ctx(), { id, to })
    await go('live')
    await go('live')
    await go('paused')
    await expect(go('draft')).rejects.toMatchObject({ status: 409, code: 'program_cannot_move' })
    await go('archived')
    expect(await listPrograms(w.ctx())).toEqual([])
    expect(await listPrograms(w.ctx(), { archived: true })).toHaveLength(1)
    await expect(editProgram(w.ctx(), await editOf(w, id))).rejects.toMatchObject({ code: 'program_archived' })
    await expect(go('live')).rejects.toMatchObject({ code: 'program_cannot_move' })
    await go('paused')
    expect(await w.store.db.select().from(events).where(eq(events.type, 'surveys.program_state_changed'))).toHaveLength(
      4,
    )
  })

  it('is written by admins, leads and marketers, and set live by admins and leads', async () => {
    const w = await world()
    const { id } = await createProgram(w.ctx(), draft)
    for (const [role, edits, launches] of [
      ['admin', true, true],
      ['lead', true, true],
      ['marketer', true, false],
      ['csm', false, false],
      ['viewer', false, false],
    ] as const) {
      const ctx = w.ctx((await w.user({ roles: [role] })).actor)
      const can = (work: Promise<unknown>) =>
        work.then(
          () => true,
          (error: { status: number }) => (error.status === 403 ? false : Promise.reject(error)),
        )
      expect([
        role,
        await can(editProgram(ctx, await editOf(w, id))),
        await can(changeProgramState(ctx, { id, to: 'live' })),
      ]).toEqual([role, edits, launches])
    }
  })
})
