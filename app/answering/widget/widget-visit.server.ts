import { getSurvey } from '#app/answering/get-survey.server.ts'
import type { Survey } from '#app/answering/page.ts'
import { localeFor } from '#app/answering/show-survey.server.ts'
import { comeAgain } from '#app/answering/trouble.server.ts'
import type { Reply, Visit } from '#app/answering/visit.ts'
import { findDoorPerson, type DoorPerson } from '#app/delivery/whom-a-door-asks.server.ts'
import { problemBody } from '#app/platform/http/problem.ts'
import { matchLanguage, type Language } from '#app/platform/languages.ts'
import { readContactClaim, type ClaimFault } from '#app/surveys/doors/contact-claim.server.ts'
import { readDoorSecret } from '#app/surveys/doors/door-secret.server.ts'
import { openDoorToken, type DoorLink } from '#app/surveys/doors/door-token.server.ts'
import { doorClosedBecause, findDoor, type Door, type FoundDoor } from '#app/surveys/doors/find-door.server.ts'

/** What the product's developer reads in the console; the product's user sees none of it. */
const faults = {
  door_unknown: 'This door is not known here. Copy data-door from the program’s page again.',
  door_replaced: 'The link of this door was replaced. Copy data-door from the program’s page again.',
  door_shut: 'This door is shut, or its program is not live.',
  origin_not_allowed: 'Pages of this origin may not show the widget. Add the origin to the door.',
  contact_missing: 'This door asks known people only. Give a signed contact id in data-contact.',
  contact_malformed: 'The contact id is not a JSON Web Token (HS256) with exp and sub or email.',
  contact_signature: 'The contact id was not signed with this door’s secret, or was altered.',
  contact_expired: 'The contact id has expired. Sign a new one whenever the page is made.',
  contact_too_long: 'The contact id lives longer than 24 hours. Use a nearer exp.',
  contact_unknown: 'No contact here has this external id or address.',
} satisfies Record<ClaimFault | (string & {}), string>
type Fault = keyof typeof faults

const statuses: Partial<Record<Fault, number>> = {
  door_unknown: 404,
  door_replaced: 410,
  door_shut: 410,
  contact_unknown: 404,
}

/** Who stands at a widget, and where. */
export interface AtWidget {
  link: DoorLink
  found: FoundDoor
  survey: Survey
  person: DoorPerson | null
  ref: string | null
  language: Language
  cors: Record<string, string>
}

/** The door, the page's origin and the signed contact, all checked; or the problem, for the console. */
export async function enterWidget(visit: Visit): Promise<AtWidget | { refused: Reply }> {
  const { ctx } = visit
  const link = openDoorToken(ctx.keys, visit.token)
  const found = link && (await findDoor(ctx, link.id))
  if (!link || !found || found.door.kind !== 'widget') return { refused: fault('door_unknown') }
  const cors = corsOf(visit, found.door)
  if (!cors) return { refused: fault('origin_not_allowed') }
  const closed = doorClosedBecause(found, link)
  if (closed) return { refused: fault(closed === 'revoked' ? 'door_replaced' : 'door_shut', cors) }
  const who = await whoIs(visit, found.door)
  if (typeof who === 'string') return { refused: fault(who, cors) }
  const survey = await getSurvey(ctx, found.program.currentVersionId!)
  if (!survey) return { refused: fault('door_shut', cors) }
  const reader = who.person && { contactLanguage: who.person.language, language: 'en' as const }
  return {
    link,
    found,
    survey,
    cors,
    language: localeFor(visit, reader, matchLanguage(visit.query.get('lang') ?? ''), survey.languages),
    ...who,
  }
}

/** Whether a page may ask at all, before it does (a preflight request). */
export async function preflight(visit: Visit): Promise<Reply> {
  const link = openDoorToken(visit.ctx.keys, visit.token)
  const found = link && (await findDoor(visit.ctx, link.id))
  const cors = found?.door.kind === 'widget' ? corsOf(visit, found.door) : null
  const allowed = {
    'access-control-allow-methods': 'GET, POST',
    'access-control-allow-headers': 'content-type, koe-contact',
    'access-control-max-age': '7200',
  }
  return { status: 204, headers: cors ? { ...cors, ...allowed } : { vary: 'origin' }, body: '' }
}

/** Never `*`, and never with credentials: nothing here depends on a cookie. */
function corsOf(visit: Visit, door: Door): Record<string, string> | null {
  const origin = visit.header('origin')
  return origin !== null && door.origins.includes(origin)
    ? { 'access-control-allow-origin': origin, vary: 'origin', 'cross-origin-resource-policy': 'cross-origin' }
    : null
}

async function whoIs(visit: Visit, door: Door): Promise<{ person: DoorPerson | null; ref: string | null } | Fault> {
  const token = visit.header('koe-contact')
  if (!token) return door.anonymous ? { person: null, ref: null } : 'contact_missing'
  const secret = readDoorSecret(visit.ctx, door.secret)
  const claim = secret === null ? 'contact_signature' : readContactClaim(secret, token, visit.ctx.now())
  if (typeof claim === 'string') return claim
  const person = await findDoorPerson(visit.ctx, claim)
  if (!person) return door.anonymous ? { person: null, ref: null } : 'contact_unknown'
  return { person, ref: claim.ref ?? null }
}

export const jsonReply = (body: object, at: Pick<AtWidget, 'cors'>, status = 200): Reply => ({
  status,
  headers: { ...at.cors, 'content-type': 'application/json; charset=utf-8' },
  body: JSON.stringify(body),
})

const fault = (code: Fault, cors?: Record<string, string>) =>
  problemReply({ status: statuses[code] ?? 403, code, detail: faults[code] }, cors)

/** A problem (RFC 9457) that the widget shows or its developer reads. */
export const problemReply = (
  problem: { status: number; code: string; detail: string },
  cors: Record<string, string> = { vary: 'origin' },
): Reply => ({
  status: problem.status,
  headers: {
    ...cors,
    'content-type': 'application/problem+json; charset=utf-8',
    ...comeAgain(problem.status),
  },
  body: problemBody(problem),
})
