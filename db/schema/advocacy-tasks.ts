import { advocacyTaskKinds } from '#db/enums/advocacy-tasks.ts'
import { k } from '#db/kit.ts'

/**
 * What can't be read off an ask, a quote or a referral that waits for a person: who takes care of it, and not before when.
 * Whether there is anything to do says its state alone.
 */
export const advocacyTasks = k.table(
  'advocacy_tasks',
  {
    /** Of the thing: `ask_…`, `qte_…`, `ref_…`. */
    id: k.text('id').primaryKey(),
    kind: k.oneOf('kind', advocacyTaskKinds).notNull(),
    ownerId: k.text('owner_id'),
    /** The day before which nobody wants to see it, `YYYY-MM-DD`. */
    putOffTo: k.text('put_off_to'),
    /** In which state of the thing somebody said that there is nothing to do. */
    doneIn: k.text('done_in'),
    updatedAt: k.big('updated_at').notNull(),
    updatedBy: k.text('updated_by').notNull(),
  },
  (t) => [k.index('advocacy_tasks_owner').on(t.ownerId)],
)
