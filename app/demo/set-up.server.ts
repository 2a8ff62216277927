import { addTeam, editTeam } from '#app/access/edit-team.server.ts'
import { addUser } from '#app/access/add-user.server.ts'
import { editBrand } from '#app/access/edit-brand.server.ts'
import { editOrganisation } from '#app/access/edit-organisation.server.ts'
import { as, type Ctx } from '#app/audit/context.server.ts'
import { makeCompanies, ownerOf, regions, type Company } from '#app/demo/companies.ts'
import { makePeople, type Person } from '#app/demo/people.ts'
import { colleagues, organisation, brand } from '#app/demo/staff.ts'
import type { Stage } from '#app/demo/stage.server.ts'
import { upsertAccounts, upsertContacts } from '#app/integrations/upsert-customers.server.ts'
import { dayOf } from '#app/platform/calendar.ts'
import { furtherQuestions } from '#app/demo/further-questions.ts'
import { DAY, isoOfDay } from '#app/platform/day.ts'
import { translator } from '#app/platform/words.ts'
import { changeProgramState } from '#app/surveys/change-program-state.server.ts'
import { editProgram } from '#app/surveys/edit-program.server.ts'
import { getProgram } from '#app/surveys/get-program.server.ts'
import { caseRuleForm } from '#app/surveys/program.ts'
import { createProgram } from '#app/surveys/create-program.server.ts'

/** The organisation, its brand, teams and people. They sign in with `password`. */
export async function setUpCompany(stage: Stage, password: string): Promise<void> {
  const { ctx } = stage
  await editOrganisation(ctx, organisation)
  await editBrand(ctx, brand)
  const teams = {
    success: (await addTeam(ctx, { name: 'Customer success' })).teamId,
    marketing: (await addTeam(ctx, { name: 'Marketing' })).teamId,
  }
  for (const { key, team, ...colleague } of colleagues) {
    const teamId = team && teams[team]
    const { userId: id } = await addUser(ctx, { ...colleague, teamId, password })
    stage.hire(key, { kind: 'user', id, roles: colleague.roles, teamId, name: colleague.name })
  }
  await editTeam(ctx, { teamId: teams.success, name: 'Customer success', leadId: stage.colleague('lead').id })
}

/** The two programs: NPS four times a year, and CSAT after support. */
export async function setUpPrograms(stage: Stage) {
  const ctx = as(stage.ctx, stage.colleague('admin'))
  const nps = await createProgram(ctx, { name: 'Quarterly NPS', metric: 'nps', kind: 'relationship' })
  const csat = await createProgram(ctx, { name: 'Support CSAT', metric: 'csat', kind: 'transactional' })
  stage.asks.push(...(await askFurther(ctx, csat.id)))
  await changeProgramState(ctx, { id: csat.id, to: 'live' })
  return { nps: nps.id, csat: csat.id }
}

/** The help desk asks more than the score. */
async function askFurther(ctx: Ctx, id: string) {
  const { program, version } = await getProgram(ctx, id)
  const { name, brandId, minIntervalDays, changeDays, inScore, outsideRules, caseRule } = program
  const kept = {
    id,
    name,
    brandId,
    minIntervalDays,
    outsideRules,
    changeDays,
    inScore,
    caseRule: caseRuleForm(caseRule),
    wording: version.content.wording,
  }
  await editProgram(ctx, { ...kept, withQuestions: true, questions: furtherQuestions, pace: 'all' })
  return (await getProgram(ctx, id)).version.content.questions ?? []
}

/** Accounts and contacts by the API's bulk upsert, as a CRM would send them. */
export async function addCustomers(stage: Stage, scale: number): Promise<Person[]> {
  const companies = makeCompanies(scale)
  const people = makePeople(companies)
  const t = translator('en')
  for (const items of calls(companies.map((company) => accountOf(company, stage.anchor))))
    accept(await upsertAccounts(stage.ctx, { items }, t))
  let from = 0
  for (const items of calls(people.map(contactOf))) {
    const taken = accept(await upsertContacts(stage.ctx, { items }, t))
    taken.forEach((id, i) => stage.people.set(id, people[from + i]!))
    from += items.length
  }
  return people
}

const byKey = new Map(colleagues.map((colleague) => [colleague.key, colleague.email]))

function accountOf(company: Company, anchor: number) {
  const today = dayOf(anchor, organisation.zone)
  const { externalId, name, domain, industry, tier, plan, stages, products, arr, health } = company
  return {
    externalId,
    name,
    domain,
    industry,
    tier,
    plan,
    stage: stages[0]!.name,
    products,
    arr,
    health,
    region: regions[company.country],
    startedOn: isoOfDay(today - company.startedAgo),
    renewalOn: isoOfDay(today + company.renewsIn),
    ownerEmail: byKey.get(ownerOf(company)),
  }
}

function contactOf(person: Person) {
  const { externalId, name, email, title, department, role, language, kana, left, optedOut, company } = person
  return {
    externalId,
    name,
    title,
    department,
    role,
    language,
    ...(email && { email }),
    ...(kana && { nameKana: kana }),
    ...(left && { state: 'left' }),
    ...(optedOut && { unsubscribed: true }),
    account: { externalId: company.externalId },
  }
}

function calls<T>(items: T[]): T[][] {
  return Array.from({ length: Math.ceil(items.length / 1000) }, (_, i) => items.slice(i * 1000, i * 1000 + 1000))
}

/** The ids of a call in which nothing may be refused. */
function accept(results: { id?: string; errors?: unknown }[]): string[] {
  return results.map(({ id, errors }) => {
    if (!id) throw new Error(`the demo's customers are not accepted: ${JSON.stringify(errors)}`)
    return id
  })
}

/** The instant at which the demo's past begins. */
export const beginning = (firstWave: number) => firstWave - 21 * DAY
