import { expect, test } from 'vitest'
import type { Actor } from '#app/audit/actor.ts'
import { can, permissions, type Action, type Resource } from '#app/audit/can.ts'
import { apiScopes, roles } from '#db/enums/access.ts'

/*
 * Who may do what, written down a second time by hand: a change of `can.ts` has to be meant.
 * all: whoever owns it · own: mine, nobody's, or of those I stand in for · team: also of my team · -: never
 * The column `key` names the scope that a program needs.
 */
const table = `
  action              admin  lead   csm    marketer  viewer  key        customer
  today.read          all    all    all    all       all     -          -
  accounts.read       all    all    all    all       -       accounts   -
  accounts.edit       all    all    own    -         -       accounts   -
  contacts.edit       all    all    own    -         -       accounts   -
  accounts.import     all    all    -      -         -       -          -
  contacts.erase      all    all    -      -         -       -          -
  programs.read       all    all    all    all       all     -          -
  programs.edit       all    all    -      all       -       -          -
  programs.launch     all    all    -      -         -       -          -
  invitations.create  all    all    own    -         -       surveys    -
  responses.read      all    all    all    all       all     responses  -
  responses.names     all    all    all    -         -       -          -
  answers.judge       all    all    -      -         -       -          -
  topics.edit         all    all    -      -         -       -          -
  topics.correct      all    all    all    -         -       -          -
  voices.edit         all    all    own    -         -       -          -
  inbound.read        all    all    -      -         -       -          -
  cases.read          all    all    all    -         -       cases      -
  cases.work          all    team   own    -         -       -          -
  team.read           all    all    -      -         -       -          -
  replies.edit        all    all    -      -         -       -          -
  routing.read        all    all    -      -         -       -          -
  routing.edit        all    -      -      -         -       -          -
  advocates.read      all    all    all    all       -       advocacy   -
  advocates.edit      all    all    -      all       -       advocacy   -
  asks.make           all    all    own    all       -       advocacy   -
  asks.stop           all    all    own    all       -       advocacy   -
  rewards.approve     all    all    -      -         -       -          -
  gifts.bar           all    all    own    all       -       -          -
  insights.read       all    all    all    all       all     metrics    -
  users.read          all    all    -      -         -       -          -
  users.edit          all    -      -      -         -       -          -
  absences.edit       all    all    own    own       own     -          -
  teams.edit          all    -      -      -         -       -          -
  settings.edit       all    -      -      -         -       -          -
  keys.edit           all    -      -      -         -       -          -
  jobs.read           all    -      -      -         -       -          -
  jobs.edit           all    -      -      -         -       -          -
  suppressions.edit   all    -      -      -         -       -          -
  mailbox.read        all    -      -      -         -       -          -
  audit.read          all    all    -      -         -       -          -
  system.read         all    -      -      -         -       -          -
  self.edit           all    all    all    all       all     -          -
  views.share         all    all    all    all       -       -          -
  answer.give         -      -      -      -         -       -          yes
`

const [head, ...lines] = table
  .trim()
  .split('\n')
  .map((line) => line.trim().split(/\s+/))
const expected = Object.fromEntries(
  lines.map((cells) => [cells[0]!, Object.fromEntries(cells.map((cell, i) => [head![i]!, cell]))]),
)
const actions = Object.keys(permissions) as Action[]

/** Whose thing it is, seen from the actor, and which reach covers it. */
const ownership: Record<string, { resource: Resource; reaches: string[] }> = {
  'one’s own': { resource: { ownerId: 'usr_me', teamId: 'team_mine' }, reaches: ['all', 'team', 'own'] },
  'nobody’s': { resource: { ownerId: null, teamId: null }, reaches: ['all', 'team', 'own'] },
  'of somebody one stands in for': {
    resource: { ownerId: 'usr_other', teamId: 'team_other', userId: 'usr_me' },
    reaches: ['all', 'team', 'own'],
  },
  'of one’s team': { resource: { ownerId: 'usr_mate', teamId: 'team_mine' }, reaches: ['all', 'team'] },
  'of another team': { resource: { ownerId: 'usr_other', teamId: 'team_other' }, reaches: ['all'] },
  'of somebody without a team': { resource: { ownerId: 'usr_other', teamId: null }, reaches: ['all'] },
}
const userWith = (...held: (typeof roles)[number][]): Actor => ({
  kind: 'user',
  id: 'usr_me',
  roles: held,
  teamId: 'team_mine',
  name: 'Me',
})

test('every action stands in the table, and nothing else does', () => {
  expect(Object.keys(expected).sort()).toEqual([...actions].sort())
})

test.each(actions)('%s: role by role, for work of every owner, and for nobody else', (action) => {
  const row = expected[action]!
  for (const role of roles) {
    for (const [whose, { resource, reaches }] of Object.entries(ownership)) {
      expect({ role, whose, may: can(userWith(role), action, resource) }).toEqual({
        role,
        whose,
        may: reaches.includes(row[role]!),
      })
    }
  }
  for (const scope of apiScopes) {
    expect({ scope, may: can({ kind: 'key', id: 'key_1', scopes: [scope] }, action) }).toEqual({
      scope,
      may: row.key === scope,
    })
  }
  expect(can({ kind: 'contact', id: 'con_1' }, action)).toBe(row.customer === 'yes')
  expect(can({ kind: 'anonymous', id: null }, action)).toBe(false)
  expect(can(userWith(), action)).toBe(false)
  expect(can({ kind: 'system', id: 'job' }, action)).toBe(true)
})

test('two roles may what either may', () => {
  const strangers = { ownerId: 'usr_other', teamId: 'team_other' }
  expect(can(userWith('csm', 'marketer'), 'programs.edit')).toBe(true)
  expect(can(userWith('csm', 'viewer'), 'cases.work', strangers)).toBe(false)
  expect(can(userWith('csm', 'admin'), 'cases.work', strangers)).toBe(true)
})

test('somebody without a team is in no team with others who have none', () => {
  const lead: Actor = { kind: 'user', id: 'usr_me', roles: ['lead'], teamId: null, name: 'Me' }
  expect(can(lead, 'cases.work', { ownerId: 'usr_other', teamId: null })).toBe(false)
})
