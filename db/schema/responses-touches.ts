import { touchKinds } from '#db/enums/responses.ts'
import { k } from '#db/kit.ts'
import { invitations } from '#db/schema/delivery.ts'

/** What a link fetch leaves: a claim, never an answer. */
export const touches = k.table(
  'touches',
  {
    id: k.text('id').primaryKey(),
    invitationId: k.text('invitation_id').notNull(),
    at: k.big('at').notNull(),
    method: k.text('method').notNull(),
    score: k.int('score'),
    /** The address cut to /24 or /48. */
    network: k.text('network').notNull(),
    agentHash: k.text('agent_hash').notNull(),
    flags: k.json<string[]>('flags').notNull(),
    /** Null for those left before the ledger was kept. */
    programId: k.text('program_id'),
    /** What made it, as far as can be told: a person, or a kind of machine. */
    kind: k.oneOf('kind', touchKinds).notNull().default('person'),
  },
  (t) => [
    k.index('touches_invitation').on(t.invitationId, t.at),
    k.index('touches_at').on(t.at),
    k.index('touches_kind').on(t.programId, t.kind, t.at),
  ],
)

/**
 * The score in a link that somebody followed, and did nothing more: outside every number, shown as unconfirmed. It goes
 * when the person answers, so a reader leaves out those whose answer is counted.
 */
export const clicks = k.table(
  'clicks',
  {
    invitationId: k
      .text('invitation_id')
      .primaryKey()
      .references(() => invitations.id),
    programId: k.text('program_id').notNull(),
    score: k.int('score').notNull(),
    at: k.big('at').notNull(),
  },
  (t) => [k.index('clicks_program').on(t.programId, t.at)],
)
