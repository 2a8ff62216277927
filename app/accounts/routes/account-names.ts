import type { LoaderFunctionArgs } from '@remix-run/node'
import { findAccounts } from '#app/accounts/find-customers.server.ts'

export const handle = { access: 'accounts.read' }

/** Accounts to choose from while somebody types. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const text = (new URL(request.url).searchParams.get('q') ?? '').slice(0, 100)
  return { accounts: await findAccounts(context.ctx, text, 8) }
}
