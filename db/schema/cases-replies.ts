import { isNotNull, isNull } from 'drizzle-orm'
import type { PlaybookStep, PlaybookWhen } from '#db/enums/cases-replies.ts'
import { languages } from '#db/enums/platform.ts'
import { k } from '#db/kit.ts'
import { caseEntries, cases } from '#db/schema/cases.ts'

/** Words to begin a reply with. Those that Koe ships have no row until somebody uses or changes them. */
export const replyTemplates = k.table('reply_templates', {
  id: k.text('id').primaryKey(),
  name: k.text('name').notNull(),
  /** What it answers; null for any. A topic that is gone makes it general. */
  topicId: k.text('topic_id'),
  language: k.oneOf('language', languages).notNull(),
  subject: k.text('subject'),
  body: k.text('body').notNull(),
  uses: k.int('uses').notNull(),
  lastUsedAt: k.big('last_used_at'),
  archivedAt: k.big('archived_at'),
  createdAt: k.big('created_at').notNull(),
  updatedAt: k.big('updated_at').notNull(),
})

/** Steps for cases of one reason. */
export const playbooks = k.table('playbooks', {
  id: k.text('id').primaryKey(),
  name: k.text('name').notNull(),
  when: k.json<PlaybookWhen>('when').notNull(),
  steps: k.json<PlaybookStep[]>('steps').notNull(),
  archivedAt: k.big('archived_at'),
  createdAt: k.big('created_at').notNull(),
  updatedAt: k.big('updated_at').notNull(),
})

/** What is to be done on one case: steps of playbooks as they were then, and own ones. */
export const caseTasks = k.table(
  'case_tasks',
  {
    id: k.text('id').primaryKey(),
    caseId: k
      .text('case_id')
      .notNull()
      .references(() => cases.id),
    /** Where it comes from; null for an own one. */
    playbookId: k.text('playbook_id'),
    stepId: k.text('step_id'),
    /** [P] of an own one */
    text: k.text('text').notNull(),
    position: k.int('position').notNull(),
    doneAt: k.big('done_at'),
    doneBy: k.text('done_by'),
    removedAt: k.big('removed_at'),
    createdBy: k.text('created_by').notNull(),
    createdAt: k.big('created_at').notNull(),
  },
  (t) => [
    k.uniqueIndex('case_tasks_step').on(t.caseId, t.playbookId, t.stepId).where(isNotNull(t.stepId)),
    k.index('case_tasks_case').on(t.caseId, t.position).where(isNull(t.removedAt)),
  ],
)

/** The rest of an entry that is a mail from us: to whom, and by which message it left. */
export const caseMails = k.table(
  'case_mails',
  {
    entryId: k
      .text('entry_id')
      .primaryKey()
      .references(() => caseEntries.id),
    caseId: k
      .text('case_id')
      .notNull()
      .references(() => cases.id),
    contactId: k.text('contact_id'),
    /** [P] */
    subject: k.text('subject').notNull(),
    /** The message of the outbox; null for one written in a mail program of one's own. */
    messageId: k.text('message_id'),
    language: k.oneOf('language', languages).notNull(),
  },
  (t) => [
    k.index('case_mails_case').on(t.caseId),
    k.index('case_mails_contact').on(t.contactId).where(isNotNull(t.contactId)),
  ],
)

/** Files of a case: what went out with a mail, and what colleagues put there. Their bytes stand in the platform's files. */
export const caseFiles = k.table(
  'case_files',
  {
    id: k.text('id').primaryKey(),
    caseId: k
      .text('case_id')
      .notNull()
      .references(() => cases.id),
    /** The mail it went out with; null for a file that was only put on the case. */
    entryId: k.text('entry_id').references(() => caseEntries.id),
    fileId: k.text('file_id').notNull(),
    /** [P] */
    name: k.text('name').notNull(),
    bytes: k.big('bytes').notNull(),
    addedBy: k.text('added_by').notNull(),
    addedAt: k.big('added_at').notNull(),
  },
  (t) => [k.index('case_files_case').on(t.caseId, t.id), k.index('case_files_file').on(t.fileId)],
)
