import { languages } from '#db/enums/platform.ts'
import { k } from '#db/kit.ts'
import { accounts, contacts } from '#db/schema/accounts.ts'
import { consents } from '#db/schema/advocacy.ts'

/** What a consent of a company says beyond the row in `consents`: it stays as it was given, whatever becomes of it. */
export const companyConsents = k.table(
  'company_consents',
  {
    consentId: k
      .text('consent_id')
      .primaryKey()
      .references(() => consents.id),
    accountId: k
      .text('account_id')
      .notNull()
      .references(() => accounts.id),
    /** The very words; `{company}` in them is us, filled in already. */
    text: k.text('text').notNull(),
    language: k.oneOf('language', languages).notNull(),
    /** Personal: who agreed for the company; null once they are erased. */
    agreedBy: k.text('agreed_by'),
    /** Where that is a person we know. */
    contactId: k.text('contact_id').references(() => contacts.id),
    /** The day it was agreed on, `YYYY-MM-DD`. */
    agreedOn: k.text('agreed_on').notNull(),
    /** The signed document. */
    fileId: k.text('file_id'),
    fileName: k.text('file_name'),
    recordedBy: k.text('recorded_by').notNull(),
  },
  (t) => [k.index('company_consents_account').on(t.accountId), k.index('company_consents_contact').on(t.contactId)],
)
