import { and, eq } from 'drizzle-orm'
import { z } from 'zod'
import { importId } from '#app/accounts/import.ts'
import { setImportOptions } from '#app/accounts/set-import-options.server.ts'
import { authorise, read, type Ctx } from '#app/audit/context.server.ts'
import { Invalid, NotFound } from '#app/platform/errors.ts'
import { fold } from '#app/platform/text.ts'
import { askedPrograms } from '#app/surveys/recovery/asked-programs.server.ts'
import { metrics } from '#db/enums/statistics.ts'
import { imports } from '#db/schema/accounts.ts'
import { programs } from '#db/schema/surveys.ts'

const schema = z.object({
  importId,
  /** An id, `new`, or empty where a column says it. */
  program: z.string().max(60).default(''),
  name: z.string().trim().max(120).default(''),
  metric: z.enum(metrics).default('nps'),
  addPeople: z.boolean().default(false),
})

/**
 * Keeps which program the answers of a file belong to, and whether people nobody knows are added. A new program is made
 * when the import is applied; one of that name and metric that is there already is taken instead.
 * @throws Invalid when there is no such program, or a new one has no name or the name of another metric's
 */
export async function chooseProgram(ctx: Ctx, input: z.input<typeof schema>) {
  const given = schema.parse(input)
  authorise(ctx, 'accounts.import')
  const [row] = await read(ctx).select().from(imports).where(eq(imports.id, given.importId))
  if (!row) throw new NotFound()
  const { programId: _, newProgram: __, ...options } = row.options ?? {}
  const chosen = given.program === 'new' ? await newOne(ctx, given) : await stored(ctx, given.program)
  await setImportOptions(ctx, row.id, { ...options, ...chosen, addPeople: given.addPeople })
}

async function newOne(ctx: Ctx, { name, metric }: { name: string; metric: (typeof metrics)[number] }) {
  authorise(ctx, 'programs.edit')
  if (!name) throw new Invalid('import_program_name', { name: 'import_program_name' })
  const all = await read(ctx).select({ id: programs.id, name: programs.name, metric: programs.metric }).from(programs).where(askedPrograms).limit(1000) // prettier-ignore
  const same = all.filter((program) => fold(program.name) === fold(name))
  const fits = same.find((program) => program.metric === metric)
  if (fits) return { programId: fits.id }
  if (same.length) throw new Invalid('import_program_taken', { name: 'import_program_taken' })
  return { newProgram: { name, metric } }
}

async function stored(ctx: Ctx, id: string) {
  if (!id) return {}
  const [program] = await read(ctx)
    .select({ id: programs.id })
    .from(programs)
    .where(and(askedPrograms, eq(programs.id, id)))
  if (!program) throw new Invalid('import_program_unknown', { program: 'import_program_unknown' })
  return { programId: program.id }
}
