import { k } from '#db/kit.ts'

/** What an idempotent call answered, to answer a repeat with the same bytes. */
export const apiReplays = k.table(
  'api_replays',
  {
    apiKeyId: k.text('api_key_id').notNull(),
    key: k.text('key').notNull(),
    requestHash: k.text('request_hash').notNull(),
    /** Null while the first call is under way. */
    status: k.int('status'),
    body: k.text('body'),
    createdAt: k.big('created_at').notNull(),
    expiresAt: k.big('expires_at').notNull(),
  },
  (t) => [k.primaryKey({ columns: [t.apiKeyId, t.key] }), k.index('api_replays_expires').on(t.expiresAt)],
)
