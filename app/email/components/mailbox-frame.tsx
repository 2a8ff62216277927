import type { ReactNode } from 'react'

/** The mailbox also opens for who sits at the machine without an account: then there is no staff frame around it. */
export function MailboxFrame({ framed, children }: { framed: boolean; children: ReactNode }) {
  if (framed) return <>{children}</>
  return <main className="min-h-dvh bg-canvas p-4 text-ink sm:p-6">{children}</main>
}
