import { getProgram } from '#app/surveys/get-program.server.ts'
import { caseRuleForm, type EditProgram } from '#app/surveys/program.ts'
import type { World } from '#test/world.ts'

/** The edit that changes nothing: what the form shows when it is opened. */
export async function editOf(w: World, programId: string): Promise<EditProgram> {
  const { program, version } = await getProgram(w.ctx(), programId)
  return {
    id: program.id,
    seenVersionId: version.id,
    name: program.name,
    brandId: program.brandId,
    minIntervalDays: program.minIntervalDays,
    changeDays: program.changeDays,
    inScore: program.inScore,
    audience: program.audience as EditProgram['audience'],
    caseRule: caseRuleForm(program.caseRule),
    wording: version.content.wording,
  }
}
