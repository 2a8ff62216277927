import { eq } from 'drizzle-orm'
import { write } from '#app/audit/context.server.ts'
import { openOrJoinCase } from '#app/cases/open-case.server.ts'
import { newId } from '#app/platform/ids.server.ts'
import { contacts } from '#db/schema/accounts.ts'
import { casePeople, cases } from '#db/schema/cases.ts'
import { invitations } from '#db/schema/delivery.ts'
import { responses, type Class } from '#db/schema/responses.ts'
import { programVersions, programs, type VersionContent } from '#db/schema/surveys.ts'
import { insert, next, type ContactRow } from '#test/make.ts'
import type { World } from '#test/world.ts'

const wording = {
  subject: 'How are we doing?',
  question: 'How likely are you to recommend us?',
  low: 'Not at all',
  high: 'Very',
  followUp: { low: 'What went wrong?', mid: 'What is missing?', high: 'What do you like?' },
  thanks: { low: 'Sorry', mid: 'Thanks', high: 'Thanks' },
  why: 'You are a customer.',
}
const content: VersionContent = { questionId: 'q_main', wording: { en: wording, ja: wording } }

/** A live NPS program with one version. */
export async function makeProgram(w: World, over: Partial<typeof programs.$inferInsert> = {}) {
  const id = newId('prg', w.now())
  const versionId = newId('ver', w.now())
  const row = await insert(w.store, programs, {
    id,
    name: `Program ${next()}`,
    metric: 'nps',
    kind: 'relationship',
    state: 'live',
    currentVersionId: versionId,
    brandId: w.brandId,
    audience: {},
    caseRule: { enabled: true, threshold: 6, severity: [{ upTo: 6, severity: 'normal' }] },
    minIntervalDays: 90,
    inScore: true,
    createdAt: w.now(),
    updatedAt: w.now(),
    ...over,
  })
  await insert(w.store, programVersions, {
    id: versionId,
    programId: id,
    number: 1,
    content,
    createdAt: w.now(),
    createdBy: 'usr_admin',
  })
  return { ...row, versionId }
}

export type ProgramRow = Awaited<ReturnType<typeof makeProgram>>

/** A counted answer, as the loop leaves it. */
export async function makeResponse(
  w: World,
  program: ProgramRow,
  { contact = null, ...over }: { contact?: ContactRow | null } & Partial<typeof responses.$inferInsert> = {},
) {
  const score = over.score ?? 3
  const kind: Class = score >= 9 ? 'high' : score >= 7 ? 'mid' : 'low'
  const invitation = await insert(w.store, invitations, {
    id: newId('inv', w.now()),
    programId: program.id,
    versionId: program.versionId,
    contactId: contact?.id ?? null,
    accountId: contact?.accountId ?? null,
    channel: 'email',
    occasion: `ext:test:${next()}`,
    respondentKey: contact?.id ?? newId('rsp', w.now()),
    state: 'sent',
    dueAt: w.now(),
    sentAt: w.now(),
    expiresAt: w.now() + 1_000_000_000,
    language: 'en',
    gen: 0,
    isTest: false,
    createdAt: w.now(),
  })
  return insert(w.store, responses, {
    id: newId('res', w.now()),
    invitationId: invitation.id,
    programId: program.id,
    versionId: program.versionId,
    contactId: contact?.id ?? null,
    accountId: contact?.accountId ?? null,
    state: 'counted',
    score,
    class: kind,
    comment: null,
    language: 'en',
    answeredAt: w.now(),
    day: Math.floor(w.now() / 86_400_000),
    counts: true,
    isTest: false,
    products: [],
    ...over,
  })
}

/** An unhappy answer of somebody whose account a colleague looks after, on the case that it opens or joins. */
export async function land(
  w: World,
  program: ProgramRow,
  contact: ContactRow,
  ownerId: string,
  over: Partial<typeof responses.$inferInsert> = {},
) {
  const response = await makeResponse(w, program, { contact, ...over })
  const account = { id: contact.accountId!, ownerId }
  const input = { response, severity: 'normal', account, contactId: contact.id } as const
  const { caseId } = await write(w.system(), (ctx) => openOrJoinCase(ctx, input))
  return { caseId, responseId: response.id }
}

/** A case of a customer with an owner of their own; `again`: another unhappy answer of the one who is on that case. */
export async function openedFor(w: World, program: ProgramRow, { again }: { again?: string } = {}): Promise<string> {
  const [known] = again
    ? await w.store.db
        .select({ contact: contacts, ownerId: cases.ownerId })
        .from(casePeople)
        .innerJoin(cases, eq(cases.id, casePeople.caseId))
        .innerJoin(contacts, eq(contacts.id, casePeople.contactId))
        .where(eq(casePeople.caseId, again))
    : []
  if (known) return (await land(w, program, known.contact, known.ownerId)).caseId
  const ownerId = (await w.user()).id
  const contact = await w.contact({ accountId: (await w.account({ ownerId })).id })
  return (await land(w, program, contact, ownerId)).caseId
}
