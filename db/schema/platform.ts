import { k } from '#db/kit.ts'

/** One install is one organisation: a single row, id `org`. */
export const organisation = k.table('organisation', {
  id: k.text('id').primaryKey(),
  name: k.text('name').notNull(),
  postalAddress: k.text('postal_address').notNull(),
  privacyUrl: k.text('privacy_url'),
  /** IANA zone; every `day` column is a day of this zone. */
  zone: k.text('zone').notNull(),
  baseCurrency: k.text('base_currency').notNull(),
  fiscalMonth: k.int('fiscal_month').notNull(),
  /** The language when nothing else says which. */
  locale: k.oneOf('locale', ['en', 'ja']).notNull(),
  /** When an admin put the set-up list away. */
  setUpHiddenAt: k.big('set_up_hidden_at'),
})

/** When somebody is there to answer a customer. `main` is everybody's who has no other. */
export const calendars = k.table('calendars', {
  id: k.text('id').primaryKey(),
  /** Null for `main`. */
  name: k.text('name'),
  /** IANA zone; null for the organisation's. */
  zone: k.text('zone'),
  /** Monday first; minutes from midnight in its zone, null for a day off. */
  weekHours: k.json<({ from: number; to: number } | null)[]>('week_hours').notNull(),
  /** Whose public holidays are days off, as ISO 3166 code; null for none. */
  country: k.text('country'),
  updatedAt: k.big('updated_at').notNull(),
})

/** Days off that the week doesn't know: public holidays and the company's own. */
export const calendarDays = k.table(
  'calendar_days',
  {
    calendarId: k.text('calendar_id').notNull(),
    day: k.int('day').notNull(),
    name: k.text('name').notNull(),
    /** Set by hand; the others come from the country and are renewed with it. */
    own: k.bool('own').notNull(),
  },
  (t) => [k.primaryKey({ columns: [t.calendarId, t.day] })],
)

export const brands = k.table('brands', {
  id: k.text('id').primaryKey(),
  name: k.text('name').notNull(),
  /** `#rrggbb` */
  colour: k.text('colour').notNull(),
  logoFileId: k.text('logo_file_id'),
  senderName: k.text('sender_name').notNull(),
  replyTo: k.text('reply_to'),
})

/** In the database, since web and worker processes share no disk. */
export const files = k.table('files', {
  id: k.text('id').primaryKey(),
  kind: k.text('kind').notNull(),
  name: k.text('name').notNull(),
  mime: k.text('mime').notNull(),
  bytes: k.big('bytes').notNull(),
  sha256: k.text('sha256').notNull(),
  createdAt: k.big('created_at').notNull(),
  expiresAt: k.big('expires_at'),
})

export const fileChunks = k.table(
  'file_chunks',
  {
    fileId: k.text('file_id').notNull(),
    n: k.int('n').notNull(),
    data: k.bytes('data').notNull(),
  },
  (t) => [k.primaryKey({ columns: [t.fileId, t.n] })],
)
