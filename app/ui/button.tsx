import { Link, useNavigation, type LinkProps } from '@remix-run/react'
import { LoaderCircle, type LucideIcon } from 'lucide-react'
import type { ButtonHTMLAttributes, ReactNode } from 'react'
import { join } from '#app/ui/join.ts'
import { useT } from '#app/ui/locale.tsx'
import { uiWords } from '#app/ui/words.ts'

export type ButtonVariant = 'primary' | 'secondary' | 'quiet' | 'danger'
export type ButtonSize = 'md' | 'sm'

const variants: Record<ButtonVariant, string> = {
  primary: 'bg-accent text-on-accent hover:bg-accent-hover border-transparent',
  secondary: 'bg-surface text-ink border-control hover:bg-sunken',
  quiet: 'bg-transparent text-accent border-transparent hover:bg-accent-tint',
  danger: 'bg-danger-fill text-on-danger border-transparent hover:opacity-90',
}
const sizes: Record<ButtonSize, string> = { md: 'min-h-9 px-3 text-sm', sm: 'min-h-7 px-2 text-xs' }

const look = (variant: ButtonVariant, size: ButtonSize, className?: string) =>
  join(
    'inline-flex items-center justify-center gap-2 rounded border font-medium whitespace-nowrap no-underline transition-colors select-none',
    'disabled:opacity-55 disabled:cursor-not-allowed aria-disabled:opacity-55',
    variants[variant],
    sizes[size],
    className,
  )

interface Look {
  variant?: ButtonVariant
  size?: ButtonSize
  icon?: LucideIcon
}

export interface ButtonProps extends ButtonHTMLAttributes<HTMLButtonElement>, Look {
  /** Shows that it works and takes no second press. */
  busy?: boolean
}

/** A verb. `type` is submit unless said otherwise, since most buttons here send a form. */
export function Button({
  variant = 'secondary',
  size = 'md',
  icon: Icon,
  busy = false,
  className,
  children,
  type = 'submit',
  disabled,
  ...rest
}: ButtonProps) {
  const t = useT()
  return (
    <button
      type={type}
      className={look(variant, size, className)}
      disabled={disabled || busy}
      aria-busy={busy || undefined}
      {...rest}
    >
      {busy ? (
        <LoaderCircle aria-hidden size={16} className="animate-spin" />
      ) : Icon ? (
        <Icon aria-hidden size={16} />
      ) : null}
      {children}
      {busy ? <span className="sr-only">{t(uiWords.working)}</span> : null}
    </button>
  )
}

/** A place that looks like a verb. */
export function LinkButton({
  variant = 'secondary',
  size = 'md',
  icon: Icon,
  className,
  children,
  ...rest
}: LinkProps & Look) {
  return (
    <Link className={look(variant, size, className)} {...rest}>
      {Icon ? <Icon aria-hidden size={16} /> : null}
      {children}
    </Link>
  )
}

/** A button of an icon alone; `label` is its name for those who can't see it, and the tooltip. */
export function IconButton({
  label,
  icon: Icon,
  variant = 'quiet',
  className,
  type = 'button',
  ...rest
}: Omit<ButtonProps, 'children' | 'icon' | 'size' | 'busy'> & { label: string; icon: LucideIcon }) {
  return (
    <button
      type={type}
      aria-label={label}
      title={label}
      className={look(variant, 'md', join('min-w-9 px-0', className))}
      {...rest}
    >
      <Icon aria-hidden size={18} />
    </button>
  )
}

/** The row of buttons that ends a form: the main verb first. */
export function ButtonRow({ children }: { children: ReactNode }) {
  return <div className="flex flex-wrap items-center gap-2">{children}</div>
}

/** Whether a form is being sent: to `action` (a path), or to anywhere. */
export function useBusy(action?: string): boolean {
  const navigation = useNavigation()
  if (navigation.state === 'idle' || !navigation.formMethod || navigation.formMethod === 'GET') return false
  return action === undefined || navigation.formAction?.split('?')[0] === action
}
