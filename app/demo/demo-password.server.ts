import { eq } from 'drizzle-orm'
import { verifyPassword } from '#app/access/passwords.server.ts'
import { read, type Ctx } from '#app/audit/context.server.ts'
import { colleagues } from '#app/demo/staff.ts'
import type { Keyring } from '#app/platform/keyring.server.ts'
import { emailKey } from '#app/platform/text.ts'
import { users } from '#db/schema/access.ts'

/**
 * What the demo's colleagues sign in with: another on every install, made from its secret, so that the console can say
 * it at each start and nobody can know it from elsewhere.
 */
export function demoPassword(keys: Keyring): string {
  const text = keys
    .mac('demo-password', 'demo')
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '')
  return `demo-${text.slice(0, 5)}-${text.slice(5, 10)}-${text.slice(10, 15)}`
}

/** The address and password to sign in with as the demo's admin; null once that isn't so any more. */
export async function demoSignIn(ctx: Ctx): Promise<{ email: string; password: string } | null> {
  const [admin] = colleagues
  const password = demoPassword(ctx.keys)
  const [user] = await read(ctx)
    .select({ hash: users.passwordHash, state: users.state })
    .from(users)
    .where(eq(users.emailKey, emailKey(admin!.email)))
  if (user?.state !== 'active' || !(await verifyPassword(user.hash, password))) return null
  return { email: admin!.email, password }
}
