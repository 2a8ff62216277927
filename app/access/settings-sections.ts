import {
  AlarmClock,
  BadgeCheck,
  Bell,
  Building2,
  CalendarDays,
  CircleUser,
  Coins,
  Download,
  FileText,
  HeartHandshake,
  History,
  KeyRound,
  ListChecks,
  MailCheck,
  MailX,
  MessageSquareReply,
  Palette,
  Send,
  Server,
  Split,
  Tags,
  Users,
  UsersRound,
  Workflow,
  type LucideIcon,
} from 'lucide-react'
import { systemWords } from '#app/access/system-words.ts'
import { calendarWords } from '#app/access/calendar-words.ts'
import { senderWords } from '#app/access/sender-words.ts'
import { settingsWords as words } from '#app/access/settings-words.ts'
import type { Action } from '#app/audit/can.ts'
import { exportWords } from '#app/audit/export/words.ts'
import type { Word } from '#app/platform/words.ts'

interface Section {
  to: string
  access: Action
  title: Word
  hint: Word
  icon: LucideIcon
}

/** The parts of the settings, in the order of how often somebody needs them. */
export const settingsSections: Section[] = [
  { to: '/settings/me', access: 'self.edit', title: words.me, hint: words.meHint, icon: CircleUser },
  {
    to: '/settings/notifications',
    access: 'self.edit',
    title: words.notifications,
    hint: words.notificationsHint,
    icon: Bell,
  },
  { to: '/settings/exports', access: 'self.edit', title: exportWords.mine, hint: exportWords.mineHint, icon: Download },
  { to: '/settings/people', access: 'users.read', title: words.people, hint: words.peopleHint, icon: Users },
  { to: '/settings/teams', access: 'users.read', title: words.teams, hint: words.teamsHint, icon: UsersRound },
  {
    to: '/settings/organisation',
    access: 'settings.edit',
    title: words.organisation,
    hint: words.organisationHint,
    icon: Building2,
  },
  { to: '/settings/brand', access: 'settings.edit', title: words.brand, hint: words.brandHint, icon: Palette },
  {
    to: '/settings/sending',
    access: 'settings.edit',
    title: senderWords.title,
    hint: senderWords.hint,
    icon: Send,
  },
  {
    to: '/settings/calendar',
    access: 'settings.edit',
    title: calendarWords.all,
    hint: calendarWords.hint,
    icon: CalendarDays,
  },
  {
    to: '/settings/contact-rules',
    access: 'settings.edit',
    title: words.contactRules,
    hint: words.contactRulesHint,
    icon: MailCheck,
  },
  { to: '/settings/sla', access: 'settings.edit', title: words.sla, hint: words.slaHint, icon: AlarmClock },
  {
    to: '/settings/recovery',
    access: 'settings.edit',
    title: words.recovery,
    hint: words.recoveryHint,
    icon: BadgeCheck,
  },
  { to: '/settings/routing', access: 'routing.read', title: words.routing, hint: words.routingHint, icon: Split },
  {
    to: '/settings/reply-templates',
    access: 'replies.edit',
    title: words.replyTemplates,
    hint: words.replyTemplatesHint,
    icon: MessageSquareReply,
  },
  {
    to: '/settings/playbooks',
    access: 'replies.edit',
    title: words.playbooks,
    hint: words.playbooksHint,
    icon: ListChecks,
  },
  { to: '/settings/asks', access: 'advocates.read', title: words.asks, hint: words.asksHint, icon: HeartHandshake },
  { to: '/settings/rates', access: 'settings.edit', title: words.rates, hint: words.ratesHint, icon: Coins },
  { to: '/settings/topics', access: 'topics.edit', title: words.topics, hint: words.topicsHint, icon: Tags },
  {
    to: '/settings/monthly',
    access: 'settings.edit',
    title: words.monthly,
    hint: words.monthlyHint,
    icon: FileText,
  },
  { to: '/settings/keys', access: 'keys.edit', title: words.keys, hint: words.keysHint, icon: KeyRound },
  { to: '/settings/audit', access: 'audit.read', title: words.audit, hint: words.auditHint, icon: History },
  { to: '/settings/system', access: 'system.read', title: systemWords.title, hint: systemWords.hint, icon: Server },
  { to: '/jobs', access: 'jobs.read', title: words.jobs, hint: words.jobsHint, icon: Workflow },
  {
    to: '/settings/suppressions',
    access: 'suppressions.edit',
    title: words.suppressions,
    hint: words.suppressionsHint,
    icon: MailX,
  },
]
