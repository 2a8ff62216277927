import { emailAddress } from '#app/accounts/email-address.ts'
import { readDomain } from '#app/accounts/import/values.ts'
import { contactItemSchema } from '#app/accounts/upsert.ts'
import { defined } from '#app/accounts/upsert-accounts.server.ts'
import { refusal, upsertItems, type Prepared } from '#app/accounts/upsert-items.server.ts'
import type { ImportExtras } from '#app/accounts/apply-import.server.ts'
import type { Ctx } from '#app/audit/context.server.ts'

/**
 * Adds or changes up to 1,000 people; a person may name their company, which is added when nobody knows it.
 * `extras` writes opt-outs in the same transaction.
 * @throws Invalid when there are more
 */
export const upsertContacts = (ctx: Ctx, items: unknown[], extras: ImportExtras) =>
  upsertItems(
    ctx,
    items,
    { action: 'contacts.edit', event: 'contacts.upserted', of: 'contact', extras },
    (item, line): Prepared => {
      const parsed = contactItemSchema.safeParse(item)
      if (!parsed.success) return refusal(parsed.error)
      const { account, email, external_id, ...rest } = parsed.data
      const address = email === undefined ? undefined : emailAddress(email)
      if (address === null) return { errors: [{ field: 'email', code: 'email_invalid' }] }
      const domain = account?.domain === undefined ? undefined : readDomain(account.domain)
      if (domain && 'wrong' in domain) return { errors: [{ field: 'account.domain', code: domain.wrong }] }
      const contact = defined({
        externalId: external_id,
        email: address,
        name: rest.name,
        nameKana: rest.name_kana,
        phone: rest.phone,
        title: rest.title,
        department: rest.department,
        role: rest.role,
        language: rest.language,
        zone: rest.zone,
        state: rest.state,
        isTest: rest.is_test,
        isShared: rest.is_shared,
        unsubscribed: rest.unsubscribed,
      })
      return {
        item: {
          line,
          contact,
          account: account
            ? defined({ externalId: account.external_id, name: account.name, domain: domain?.value })
            : null,
        },
      }
    },
  )
