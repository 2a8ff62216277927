import {
  Building2,
  House,
  Inbox,
  Megaphone,
  MessageSquareQuote,
  Settings,
  Sparkles,
  Users,
  UsersRound,
  type LucideIcon,
} from 'lucide-react'
import type { Actor } from '#app/audit/actor.ts'
import { can, type Action } from '#app/audit/can.ts'
import type { Word } from '#app/platform/words.ts'
import { frameWords } from '#app/ui/words.ts'
import type { Role } from '#db/enums/audit.ts'

export interface NavItem {
  to: string
  word: Word
  icon: LucideIcon
  access: Action
  /** The keys that go there, one after the other. */
  keys: string
}

export const navItems: NavItem[] = [
  { to: '/', word: frameWords.today, icon: House, access: 'today.read', keys: 'g t' },
  { to: '/cases', word: frameWords.queue, icon: Inbox, access: 'cases.read', keys: 'g q' },
  { to: '/team', word: frameWords.team, icon: UsersRound, access: 'team.read', keys: 'g m' },
  { to: '/responses', word: frameWords.responses, icon: MessageSquareQuote, access: 'responses.read', keys: 'g r' },
  { to: '/advocates', word: frameWords.advocates, icon: Sparkles, access: 'advocates.read', keys: 'g v' },
  { to: '/accounts', word: frameWords.accounts, icon: Building2, access: 'accounts.read', keys: 'g a' },
  { to: '/contacts', word: frameWords.contacts, icon: Users, access: 'accounts.read', keys: 'g c' },
  { to: '/programs', word: frameWords.programs, icon: Megaphone, access: 'programs.read', keys: 'g p' },
  { to: '/settings', word: frameWords.settings, icon: Settings, access: 'self.edit', keys: 'g s' },
]

/** The places that these roles may open. */
export function navFor(user: { name: string; roles: Role[] }): NavItem[] {
  const actor: Actor = { kind: 'user', id: '', roles: user.roles, teamId: null, name: user.name }
  return navItems.filter((item) => can(actor, item.access))
}

/** Places with addresses of their own that are reached through one of the rail. */
const within: Record<string, string[]> = {
  '/': ['/monthly', '/renewals'],
  '/responses': ['/voices'],
  '/advocates': ['/asks', '/referrals', '/quotes', '/rewards', '/advocacy', '/ambassadors'],
  '/accounts': ['/imports'],
  '/programs': ['/waves'],
  '/settings': ['/jobs', '/preferences'],
}

export const isCurrent = ({ to }: NavItem, path: string) =>
  [to, ...(within[to] ?? [])].some((place) => path === place || (place !== '/' && path.startsWith(`${place}/`)))
