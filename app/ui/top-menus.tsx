import { Form, Link, useLocation } from '@remix-run/react'
import {
  CircleHelp,
  CircleUser,
  Languages,
  LogOut,
  Monitor,
  Moon,
  ShieldCheck,
  Sun,
  type LucideIcon,
} from 'lucide-react'
import type { ReactNode } from 'react'
import { locales, type Locale } from '#app/platform/words.ts'
import { DropDown } from '#app/ui/drop-down.tsx'
import { useLocale, useT } from '#app/ui/locale.tsx'
import { forgetRecent } from '#app/ui/recent.ts'
import { frameWords } from '#app/ui/words.ts'

const own: Record<Locale, string> = { en: 'English', ja: '日本語' }
const themes = [
  { value: 'light', word: frameWords.light, icon: Sun },
  { value: 'dark', word: frameWords.dark, icon: Moon },
  { value: 'system', word: frameWords.system, icon: Monitor },
] as const

/** Language, theme and me. Menus are `<details>` and plain forms, so all of it works without script. */
export function TopMenus({
  user,
  path,
  theme,
}: {
  user: { name: string } | null
  path: string
  theme: 'light' | 'dark' | null
}) {
  const t = useT()
  const locale = useLocale()
  const { search } = useLocation()
  const back = path + search
  const current = theme ?? 'system'
  const themeIcon = themes.find((one) => one.value === current)?.icon ?? Monitor
  return (
    <div className="flex items-center gap-1" key={back}>
      {user ? (
        <Link
          to="/help"
          aria-label={t(frameWords.help)}
          title={t(frameWords.help)}
          className="flex size-9 items-center justify-center rounded text-muted hover:bg-sunken hover:text-ink"
        >
          <CircleHelp aria-hidden size={18} />
        </Link>
      ) : null}
      <Menu label={t(frameWords.language)} icon={Languages}>
        {locales.map((one) => (
          <Choice key={one} name="locale" value={one} back={back} current={one === locale}>
            <span lang={one}>{own[one]}</span>
          </Choice>
        ))}
      </Menu>
      <Menu label={t(frameWords.theme)} icon={themeIcon}>
        {themes.map((one) => (
          <Choice key={one.value} name="theme" value={one.value} back={back} current={one.value === current}>
            <one.icon aria-hidden size={16} />
            {t(one.word)}
          </Choice>
        ))}
      </Menu>
      {user ? (
        <Menu label={t(frameWords.me, { name: user.name })} icon={CircleUser} text={user.name}>
          <Link to="/settings/me" className={item}>
            <ShieldCheck aria-hidden size={16} />
            {t(frameWords.sessions)}
          </Link>
          <Form method="post" action="/sign-out" reloadDocument onSubmit={forgetRecent}>
            <button type="submit" className={item}>
              <LogOut aria-hidden size={16} />
              {t(frameWords.signOut)}
            </button>
          </Form>
        </Menu>
      ) : null}
    </div>
  )
}

const item =
  'flex min-h-9 w-full items-center gap-2 rounded px-3 text-left whitespace-nowrap hover:bg-sunken aria-[current]:font-semibold aria-[current]:text-accent'

/** The whole document is loaded again: language and theme stand on `<html>`. */
function Choice({
  name,
  value,
  back,
  current,
  children,
}: {
  name: string
  value: string
  back: string
  current: boolean
  children: ReactNode
}) {
  return (
    <Form method="post" action="/preferences" reloadDocument>
      <input type="hidden" name="back" value={back} />
      <button type="submit" name={name} value={value} aria-current={current || undefined} className={item}>
        {children}
      </button>
    </Form>
  )
}

function Menu({
  label,
  icon: Icon,
  text,
  children,
}: {
  label: string
  icon: LucideIcon
  text?: string
  children: ReactNode
}) {
  return (
    <DropDown
      summary={
        <summary
          aria-label={label}
          title={label}
          className="flex h-9 min-w-9 items-center justify-center gap-2 rounded px-2 text-muted select-none hover:bg-sunken hover:text-ink"
        >
          <Icon aria-hidden size={18} />
          {text ? <span className="hidden max-w-40 truncate sm:inline">{text}</span> : null}
        </summary>
      }
    >
      <div className="absolute top-full right-0 z-40 mt-1 min-w-44 rounded-lg border border-line bg-surface p-1 shadow-float">
        {children}
      </div>
    </DropDown>
  )
}
