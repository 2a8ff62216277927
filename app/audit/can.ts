import type { Actor } from '#app/audit/actor.ts'
import type { ApiScope, Role } from '#db/enums/audit.ts'

/** What an action is done to, as far as permission depends on it. Derived from the stored row, never from input. */
export interface Resource {
  ownerId?: string | null
  /** The team of the owner. */
  teamId?: string | null
  /** Who stands in for the owner today, and whose work it is meanwhile as well. */
  userId?: string | null
}

type Rule = { [role in Role]?: 'all' | 'own' | 'team' } & { key?: ApiScope; customer?: true }

const staff = { admin: 'all', lead: 'all', csm: 'all', marketer: 'all', viewer: 'all' } as const
const insiders = { admin: 'all', lead: 'all', csm: 'all', marketer: 'all' } as const

/**
 * Who may do what. `own`: work of one's own or of nobody; `team`: of one's team as well.
 * A customer acts through their link only; `system` (jobs) may do everything.
 */
export const permissions = {
  'today.read': staff,
  'accounts.read': { ...insiders, key: 'accounts' },
  'accounts.edit': { admin: 'all', lead: 'all', csm: 'own', key: 'accounts' },
  'contacts.edit': { admin: 'all', lead: 'all', csm: 'own', key: 'accounts' },
  'contacts.erase': { admin: 'all', lead: 'all' },
  'accounts.import': { admin: 'all', lead: 'all' },
  'programs.read': staff,
  'programs.edit': { admin: 'all', lead: 'all', marketer: 'all' },
  'programs.launch': { admin: 'all', lead: 'all' },
  'invitations.create': { admin: 'all', lead: 'all', csm: 'own', key: 'surveys' },
  'responses.read': { ...staff, key: 'responses' },
  'responses.names': { admin: 'all', lead: 'all', csm: 'all' },
  'answers.judge': { admin: 'all', lead: 'all' },
  'topics.edit': { admin: 'all', lead: 'all' },
  'topics.correct': { admin: 'all', lead: 'all', csm: 'all' },
  'voices.edit': { admin: 'all', lead: 'all', csm: 'own' },
  'inbound.read': { admin: 'all', lead: 'all' },
  'cases.read': { admin: 'all', lead: 'all', csm: 'all', key: 'cases' },
  'cases.work': { admin: 'all', lead: 'team', csm: 'own' },
  'team.read': { admin: 'all', lead: 'all' },
  'replies.edit': { admin: 'all', lead: 'all' },
  'routing.read': { admin: 'all', lead: 'all' },
  'routing.edit': { admin: 'all' },
  'advocates.read': { ...insiders, key: 'advocacy' },
  'advocates.edit': { admin: 'all', lead: 'all', marketer: 'all', key: 'advocacy' },
  'asks.make': { admin: 'all', lead: 'all', csm: 'own', marketer: 'all', key: 'advocacy' },
  'asks.stop': { admin: 'all', lead: 'all', csm: 'own', marketer: 'all', key: 'advocacy' },
  'rewards.approve': { admin: 'all', lead: 'all' },
  'gifts.bar': { admin: 'all', lead: 'all', csm: 'own', marketer: 'all' },
  'insights.read': { ...staff, key: 'metrics' },
  'users.read': { admin: 'all', lead: 'all' },
  'users.edit': { admin: 'all' },
  'absences.edit': { admin: 'all', lead: 'all', csm: 'own', marketer: 'own', viewer: 'own' },
  'teams.edit': { admin: 'all' },
  'settings.edit': { admin: 'all' },
  'keys.edit': { admin: 'all' },
  'jobs.read': { admin: 'all' },
  'jobs.edit': { admin: 'all' },
  'suppressions.edit': { admin: 'all' },
  'mailbox.read': { admin: 'all' },
  'audit.read': { admin: 'all', lead: 'all' },
  'system.read': { admin: 'all' },
  'self.edit': staff,
  'views.share': insiders,
  'answer.give': { customer: true },
} as const satisfies Record<string, Rule>

export type Action = keyof typeof permissions

/** The one place where permission is decided. */
export function can(actor: Actor, action: Action, resource: Resource = {}): boolean {
  if (actor.kind === 'system') return true
  const rule: Rule = permissions[action]
  if (actor.kind === 'key') return rule.key !== undefined && actor.scopes.includes(rule.key)
  if (actor.kind === 'contact') return rule.customer === true
  if (actor.kind !== 'user') return false
  return actor.roles.some((role) => {
    const reach = rule[role]
    if (reach === undefined) return false
    if (reach === 'all') return true
    const free = resource.ownerId == null || resource.ownerId === actor.id || resource.userId === actor.id
    return free || (reach === 'team' && resource.teamId != null && resource.teamId === actor.teamId)
  })
}
