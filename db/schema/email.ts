import { isNotNull, isNull, sql } from 'drizzle-orm'
import { streams, messageStates, deliveries, inboundStates, suppressionReasons } from '#db/enums/email.ts'
import { k } from '#db/kit.ts'

export * from '#db/enums/email.ts'

/** Claimed directly: no job row per message. */
export const messages = k.table(
  'messages',
  {
    id: k.text('id').primaryKey(),
    /** One per purpose: `invitation/<id>`, `reset/<token id>`. */
    key: k.text('key').notNull(),
    stream: k.oneOf('stream', streams).notNull(),
    /** Which template renders it: the key of `app/subscriptions.server.ts`. */
    template: k.text('template').notNull(),
    /** Ids, codes and numbers the template needs. Secrets are re-made at rendering, never stored here. */
    payload: k.json<Record<string, unknown>>('payload').notNull(),
    contactId: k.text('contact_id'),
    userId: k.text('user_id'),
    toEmail: k.text('to_email').notNull(),
    toHmac: k.text('to_hmac').notNull(),
    refKind: k.text('ref_kind').notNull(),
    refId: k.text('ref_id').notNull(),
    state: k.oneOf('state', messageStates).notNull(),
    delivery: k.oneOf('delivery', deliveries).notNull(),
    batchId: k.text('batch_id'),
    provider: k.text('provider'),
    providerId: k.text('provider_id'),
    dueAt: k.big('due_at').notNull(),
    attempt: k.int('attempt').notNull(),
    leaseBy: k.text('lease_by'),
    leaseUntil: k.big('lease_until'),
    firstTryAt: k.big('first_try_at'),
    sentAt: k.big('sent_at'),
    /** A code: why it was stopped, failed or is uncertain. */
    stopReason: k.text('stop_reason'),
    lastError: k.text('last_error'),
    createdAt: k.big('created_at').notNull(),
  },
  (t) => [
    k.uniqueIndex('messages_key').on(t.key),
    k.uniqueIndex('messages_provider_id').on(t.providerId).where(isNotNull(t.providerId)),
    k.index('messages_state_due').on(t.state, t.dueAt),
    k.index('messages_state').on(t.state, t.id),
    k.index('messages_ref').on(t.refKind, t.refId),
    k.index('messages_to').on(t.toHmac, t.id),
    k.index('messages_batch').on(t.batchId).where(isNotNull(t.batchId)),
  ],
)

/** Made at the first claim and frozen, so that a retry is byte-identical; deleted 7 days after a final state. */
export const messageBodies = k.table(
  'message_bodies',
  {
    messageId: k
      .text('message_id')
      .primaryKey()
      .references(() => messages.id),
    from: k.text('from').notNull(),
    replyTo: k.text('reply_to'),
    subject: k.text('subject').notNull(),
    html: k.text('html').notNull(),
    text: k.text('text').notNull(),
    headers: k.json<Record<string, string>>('headers').notNull(),
    /** Set when the message has come to its end. */
    expiresAt: k.big('expires_at'),
  },
  (t) => [k.index('message_bodies_expiry').on(t.expiresAt).where(isNotNull(t.expiresAt))],
)

export const batchStates = ['sending', 'sent', 'refused', 'split', 'uncertain'] as const

/** What one request to a provider carries. Its members never change, since its key stands for exactly them. */
export const sendBatches = k.table(
  'send_batches',
  {
    id: k.text('id').primaryKey(),
    /** The provider's idempotency key. */
    key: k.text('key').notNull(),
    transport: k.text('transport').notNull().default('resend'),
    state: k.oneOf('state', batchStates).notNull(),
    attempt: k.int('attempt').notNull().default(0),
    dueAt: k.big('due_at').notNull().default(0),
    leaseBy: k.text('lease_by'),
    leaseUntil: k.big('lease_until'),
    /** The provider forgets a key 24 hours after this. */
    firstTryAt: k.big('first_try_at').notNull().default(0),
    lastError: k.text('last_error'),
    createdAt: k.big('created_at').notNull(),
  },
  (t) => [
    k.uniqueIndex('send_batches_key').on(t.key),
    k
      .index('send_batches_due')
      .on(t.dueAt)
      .where(sql`${t.state} = 'sending'`),
  ],
)

export const providerEvents = k.table(
  'provider_events',
  {
    id: k.text('id').primaryKey(),
    providerEventId: k.text('provider_event_id').notNull(),
    type: k.text('type').notNull(),
    providerId: k.text('provider_id').notNull(),
    messageId: k.text('message_id'),
    /** `permanent` or `transient` for a bounce. */
    detail: k.text('detail'),
    at: k.big('at').notNull(),
    appliedAt: k.big('applied_at'),
  },
  (t) => [
    k.uniqueIndex('provider_events_event').on(t.providerEventId),
    k.index('provider_events_waiting').on(t.providerId).where(isNull(t.appliedAt)),
  ],
)

/** Facts about addresses. */
export const suppressions = k.table(
  'suppressions',
  {
    id: k.text('id').primaryKey(),
    toHmac: k.text('to_hmac').notNull(),
    email: k.text('email'),
    reason: k.oneOf('reason', suppressionReasons).notNull(),
    source: k.text('source').notNull(),
    at: k.big('at').notNull(),
    liftedAt: k.big('lifted_at'),
    liftedBy: k.text('lifted_by'),
    liftReason: k.text('lift_reason'),
  },
  (t) => [
    k.uniqueIndex('suppressions_live').on(t.toHmac).where(isNull(t.liftedAt)),
    k.index('suppressions_at').on(t.at),
  ],
)

export const transports = k.table('transports', {
  name: k.text('name').primaryKey(),
  state: k.oneOf('state', ['active', 'paused']).notNull(),
  reason: k.text('reason'),
  resumeAt: k.big('resume_at'),
  changedAt: k
    .big('changed_at')
    .notNull()
    .default(sql`0`),
})

/** Every restore of a backup. Until somebody has looked, what was waiting to be sent is held, stream by stream. */
export const restores = k.table('restores', {
  id: k.text('id').primaryKey(),
  at: k.big('at').notNull(),
  /** The instant that the database went back to. */
  madeAt: k.big('made_at').notNull(),
  /** Of the Koe that made the backup. */
  version: k.text('version').notNull(),
})

/** Streams that send nothing for now. Colleagues' mail is held only if it was written before `since`. */
export const heldStreams = k.table('held_streams', {
  stream: k.oneOf('stream', streams).primaryKey(),
  restoreId: k.text('restore_id').notNull(),
  since: k.big('since').notNull(),
})

/** Mails that came in. The text of a reply that was taken stands with its voice (`voices`), not here. */
export const inboundMails = k.table(
  'inbound_mails',
  {
    id: k.text('id').primaryKey(),
    /** `mid:<hash of its Message-ID>`, or `ext:<id of the door>`: the same mail twice counts once. */
    key: k.text('key').notNull(),
    /** The provider's id, by which its text is fetched. */
    providerId: k.text('provider_id'),
    state: k.oneOf('state', inboundStates).notNull(),
    refKind: k.text('ref_kind'),
    refId: k.text('ref_id'),
    /** [P] */
    sender: k.text('sender'),
    /** [P] */
    subject: k.text('subject'),
    /** [P] Only of a mail that fitted nobody, so that a person can still read it; purged after 30 days. Until it is read, of one that brings it along. */
    text: k.text('text'),
    at: k.big('at').notNull(),
  },
  (t) => [k.uniqueIndex('inbound_mails_key').on(t.key), k.index('inbound_mails_state').on(t.state, t.at)],
)
