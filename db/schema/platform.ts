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
})

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
