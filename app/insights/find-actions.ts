import { settingsSections } from '#app/access/settings-sections.ts'
import type { Actor } from '#app/audit/actor.ts'
import { can, type Action } from '#app/audit/can.ts'
import { fold } from '#app/platform/text.ts'
import { locales, type Locale, type Word } from '#app/platform/words.ts'
import { actionWords as words } from '#app/insights/action-words.ts'
import { dayWords } from '#app/insights/day-words.ts'
import { monthlyWords } from '#app/insights/monthly/monthly-words.ts'
import { hasTerms, termsOf } from '#app/responses/grams.ts'
import { navItems } from '#app/ui/nav.ts'
import type { FoundItem } from '#app/ui/found.ts'
import { frameWords } from '#app/ui/words.ts'

interface Offered {
  to: string
  word: Word
  access: Action
  /** More words by which it is found. */
  also?: Word
  post?: Record<string, string>
}

/** What somebody may want to do from anywhere. */
const offered: Offered[] = [
  { to: '/cases?scope=mine', word: words.myQueue, access: 'cases.work', also: words.myQueueAlso },
  { to: '/programs/new', word: words.newProgram, access: 'programs.edit', also: words.newAlso },
  { to: '/imports/new', word: words.newImport, access: 'accounts.import', also: words.importAlso },
  { to: '/accounts/new', word: words.newAccount, access: 'accounts.edit', also: words.newAlso },
  { to: '/contacts/new', word: words.newContact, access: 'contacts.edit', also: words.newAlso },
  ...navItems.map(({ to, word, access }) => ({ to, word, access })),
  { to: '/help', word: frameWords.help, access: 'self.edit' },
  { to: '/renewals', word: dayWords.renewalsTitle, access: 'cases.read', also: words.renewalsAlso },
  { to: '/monthly', word: monthlyWords.title, access: 'insights.read' },
  { to: '/imports', word: words.imports, access: 'accounts.import' },
  { to: '/settings/people/invite', word: words.invite, access: 'users.edit', also: words.newAlso },
  ...settingsSections.map(({ to, title, hint, access }) => ({ to, word: title, access, also: hint })),
  { to: '/preferences', word: words.toEnglish, access: 'self.edit', also: frameWords.language, post: { locale: 'en' } },
  {
    to: '/preferences',
    word: words.toJapanese,
    access: 'self.edit',
    also: frameWords.language,
    post: { locale: 'ja' },
  },
  { to: '/preferences', word: words.toLight, access: 'self.edit', also: words.themeAlso, post: { theme: 'light' } },
  { to: '/preferences', word: words.toDark, access: 'self.edit', also: words.themeAlso, post: { theme: 'dark' } },
  { to: '/preferences', word: words.toSystem, access: 'self.edit', also: words.themeAlso, post: { theme: 'system' } },
  { to: '/sign-out', word: frameWords.signOut, access: 'self.edit', also: words.signOutAlso, post: {} },
]

/** Actions that this actor may take and that have all of the words, in either language; what is called so comes first. */
export function findActions(actor: Actor, locale: Locale, text: string, limit: number): FoundItem[] {
  const asked = termsOf(text)
  const named = (word: Word | undefined) => (word ? locales.map((one) => fold(word[one])).join(' ') : '')
  return offered
    .filter((one) => can(actor, one.access))
    .map((one, order) => ({ one, order, name: named(one.word), all: `${named(one.word)} ${named(one.also)}` }))
    .filter(({ all }) => hasTerms(all, asked))
    .sort((a, b) => +!hasTerms(a.name, asked) - +!hasTerms(b.name, asked) || a.order - b.order)
    .slice(0, limit)
    .map(({ one: { to, word, post } }) => ({
      id: `action:${to}${post ? `?${new URLSearchParams(post)}` : ''}`,
      kind: 'action',
      to,
      title: word[locale],
      post,
    }))
}
