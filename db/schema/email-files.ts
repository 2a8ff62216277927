import { k } from '#db/kit.ts'
import { messages } from '#db/schema/email.ts'

/** Files that go out with a mail, set when it is written: a retry carries the same ones in the same order. */
export const messageFiles = k.table(
  'message_files',
  {
    messageId: k
      .text('message_id')
      .notNull()
      .references(() => messages.id),
    n: k.int('n').notNull(),
    fileId: k.text('file_id').notNull(),
    /** [P] */
    name: k.text('name').notNull(),
    mime: k.text('mime').notNull(),
  },
  (t) => [k.primaryKey({ columns: [t.messageId, t.n] }), k.index('message_files_file').on(t.fileId)],
)
