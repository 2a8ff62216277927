import type { EventSubscriber, JobHandler } from '#app/jobs/job.ts'
import type { MailStream, MailTemplate } from '#app/email/template.ts'

/*
 * The map of who reacts to what: the one file, beside the routes, that sees every room.
 * Handlers are imported when first needed, so that starting stays quick.
 */

/** Job kind → what does it. */
export const jobHandlers: Record<string, () => Promise<JobHandler>> = {}

/** Event type → who hears of it; each subscriber gets its own job, `event/<id>/<name>`. */
export const eventSubscribers: Record<string, EventSubscriber[]> = {}

/** Mail stream → what may stop a message before it is sent, and who is told how it ended. */
export const mailStreams: Partial<Record<string, MailStream>> = {}

/** Template name → what renders a message. */
export const mailTemplates: Record<string, () => Promise<MailTemplate>> = {}
