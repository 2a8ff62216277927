import type { EventSubscriber, JobHandler, Registry, Schedule } from '#app/jobs/job.ts'
import { askSubscribers } from '#app/advocacy/asking/ask-subscribers.server.ts'
import { rewardSubscribers } from '#app/advocacy/rewards/reward-subscribers.server.ts'
import { MINUTE } from '#app/platform/day.ts'
import { mailStreams, mailTemplates, noticeTellers } from '#app/mails.server.ts'

/*
 * The map of who reacts to what: the one file, beside the routes, that sees every room.
 * Handlers are imported when first needed, so that starting stays quick.
 */

/** Job kind → what does it. */
export const jobHandlers: Record<string, () => Promise<JobHandler>> = {
  'accounts.check-import': () => import('#app/accounts/check-import.server.ts').then((file) => file.checkImport),
  'accounts.apply-import': () => import('#app/loop/apply-import.server.ts').then((file) => file.applyImport),
  'accounts.prune-imports': () => import('#app/accounts/prune-imports.server.ts').then((file) => file.pruneImports),
  'accounts.find-duplicates': () =>
    import('#app/accounts/find-duplicates.server.ts').then((file) => file.findDuplicates),
  'loop.check-history': () => import('#app/loop/check-history.server.ts').then((file) => file.checkHistory),
  'loop.apply-history': () => import('#app/loop/apply-history.server.ts').then((file) => file.applyHistory),
  'loop.undo-import': () => import('#app/loop/undo-import.server.ts').then((file) => file.undoImport),
  'loop.count-undo': () => import('#app/loop/count-undo.server.ts').then((file) => file.countUndoJob),
  'audit.end_lost_exports': () =>
    import('#app/audit/export/end-lost-exports.server.ts').then((file) => file.endLostExports),
  'jobs.back_up': () => import('#app/jobs/back-up-daily.server.ts').then((file) => file.backUpDaily),
  'jobs.prune': () => import('#app/jobs/prune-jobs.server.ts').then((file) => file.pruneJobs),
  'email.prune': () => import('#app/email/prune-bodies.server.ts').then((file) => file.pruneBodies),
  'email.apply_events': () =>
    import('#app/email/apply-provider-events.server.ts').then((file) => file.applyWaitingEvents(mailStreams)),
  'email.discard_held': () => import('#app/email/release-held.server.ts').then((file) => file.discardHeld(mailStreams)),
  'email.settled': () => import('#app/email/settled.server.ts').then((file) => file.tellAgain(mailStreams)),
  'access.renew_holidays': () => import('#app/access/edit-calendar.server.ts').then((file) => file.renewHolidays),
  'access.prune': () => import('#app/access/prune-access.server.ts').then((file) => file.pruneAccess),
  'notifications.call-hook': () =>
    import('#app/notifications/call-hook.server.ts').then((file) => file.callHook(noticeTellers)),
  'notifications.send-digests': () =>
    import('#app/notifications/send-digests.server.ts').then((file) => file.sendDigests),
  'notifications.prune': () =>
    import('#app/notifications/prune-notifications.server.ts').then((file) => file.pruneNotifications),
  'delivery.start-wave': () => import('#app/delivery/start-wave.server.ts').then((file) => file.startWave),
  'delivery.tell-wave-owners': () =>
    import('#app/delivery/tell-wave-owners.server.ts').then((file) => file.tellWaveOwners),
  'delivery.plan-wave': () => import('#app/delivery/plan-wave.server.ts').then((file) => file.planWave),
  'delivery.enqueue-wave': () => import('#app/delivery/enqueue-wave.server.ts').then((file) => file.enqueueWave),
  'delivery.release-deferred': () =>
    import('#app/delivery/release-deferred.server.ts').then((file) => file.releaseDeferred),
  'delivery.cancel-wave': () => import('#app/delivery/cancel-wave.server.ts').then((file) => file.cancelPlanned),
  'responses.prune_touches': () => import('#app/responses/prune-touches.server.ts').then((file) => file.pruneTouches),
  'responses.retag': () => import('#app/responses/topics/retag.server.ts').then((file) => file.retag),
  'responses.rebuild-search': () =>
    import('#app/responses/rebuild-search.server.ts').then((file) => file.rebuildSearch),
  'loop.move-owners': () => import('#app/loop/move-owners.server.ts').then((file) => file.moveOwnersJob),
  'loop.read-inbound': () => import('#app/loop/read-inbound.server.ts').then((file) => file.readInbound),
  'loop.merge': () => import('#app/loop/merging/run-merge.server.ts').then((file) => file.runMerge),
  'loop.sweep-merge': () => import('#app/loop/merging/run-merge.server.ts').then((file) => file.sweepMerge),
  'loop.confirm': () => import('#app/loop/confirm-answer.server.ts').then((file) => file.confirmAnswer),
  'loop.sweep-erased': () => import('#app/loop/sweep-erased.server.ts').then((file) => file.sweepErasedJob),
  'loop.repair': () => import('#app/loop/repair.server.ts').then((file) => file.repair),
  'cases.ask-again': () => import('#app/cases/recovery/ask-again.server.ts').then((file) => file.askAgain),
  'cases.end-recovery': () => import('#app/cases/recovery/end-recovery.server.ts').then((file) => file.endRecovery),
  'cases.rerank': () => import('#app/cases/rerank-cases.server.ts').then((file) => file.rerankCases),
  'cases.wake': () => import('#app/cases/snoozing/wake-up.server.ts').then((file) => file.wakeInTime),
  'cases.sla-marks': () => import('#app/cases/sla/pass-marks.server.ts').then((file) => file.passMarks),
  'cases.sla-adopt': () => import('#app/cases/sla/adopt-cases.server.ts').then((file) => file.adoptCases),
  'cases.sla-remark': () => import('#app/cases/sla/remark-cases.server.ts').then((file) => file.remarkCases),
  'cases.move-policy': () => import('#app/cases/sla/move-policy.server.ts').then((file) => file.movePolicy),
  'advocacy.weigh-standings': () =>
    import('#app/advocacy/asking/weigh-standings.server.ts').then((file) => file.weighStandings),
  'advocacy.expire-consents': () =>
    import('#app/advocacy/expire-consents.server.ts').then((file) => file.expireConsents),
  'advocacy.follow-up': () => import('#app/advocacy/asking/follow-up.server.ts').then((file) => file.followUp),
  'advocacy.give-thanks': () => import('#app/advocacy/rewards/give-thanks.server.ts').then((file) => file.giveThanks),
  'insights.rebuild-scores': () => import('#app/insights/rebuild-scores.server.ts').then((file) => file.rebuildScores),
  'insights.send-monthly': () =>
    import('#app/insights/monthly/send-monthly.server.ts').then(
      (file) => async (ctx) => void (await file.sendMonthly(ctx)),
    ),
  'integrations.prune_replays': () => import('#app/integrations/replay.server.ts').then((file) => file.pruneReplays),
}

/** What comes back by the clock of the organisation's zone. */
export const schedules: Record<string, Schedule> = {
  'back-up': { cron: '5 2 * * *', kind: 'jobs.back_up' },
  'prune-jobs': { cron: '20 3 * * *', kind: 'jobs.prune' },
  'end-lost-exports': { cron: '*/15 * * * *', kind: 'audit.end_lost_exports' },
  'prune-mail': { cron: '40 * * * *', kind: 'email.prune' },
  'apply-provider-events': { cron: '* * * * *', kind: 'email.apply_events' },
  'renew-holidays': { cron: '15 2 1 * *', kind: 'access.renew_holidays' },
  'prune-access': { cron: '35 3 * * *', kind: 'access.prune' },
  'send-digests': { cron: '*/15 * * * *', kind: 'notifications.send-digests' },
  'prune-notifications': { cron: '45 3 * * *', kind: 'notifications.prune' },
  'prune-imports': { cron: '55 3 * * *', kind: 'accounts.prune-imports' },
  'find-duplicates': { cron: '30 3 * * *', kind: 'accounts.find-duplicates' },
  'prune-touches': { cron: '50 3 * * *', kind: 'responses.prune_touches' },
  'release-deferred': { cron: '*/10 * * * *', kind: 'delivery.release-deferred' },
  'send-monthly': { cron: '0 * * * *', kind: 'insights.send-monthly' },
  'weigh-standings': { cron: '35 1 * * *', kind: 'advocacy.weigh-standings' },
  'weigh-new': { cron: '*/5 * * * *', kind: 'advocacy.weigh-standings', payload: { within: 11 * MINUTE } },
  'follow-up-asks': { cron: '*/10 * * * *', kind: 'advocacy.follow-up' },
  'expire-consents': { cron: '* * * * *', kind: 'advocacy.expire-consents' },
  'give-thanks': { cron: '30 1 * * *', kind: 'advocacy.give-thanks' },
  'rebuild-scores': { cron: '10 4 * * 0', kind: 'insights.rebuild-scores' },
  'sla-adopt': { cron: '25 1 * * *', kind: 'cases.sla-adopt' },
  'sla-marks': { cron: '* * * * *', kind: 'cases.sla-marks' },
  'rerank-cases': { cron: '10 0 * * *', kind: 'cases.rerank' },
  'prune-replays': { cron: '30 * * * *', kind: 'integrations.prune_replays' },
}

const tellOwner: EventSubscriber = {
  name: 'cases.tell-owner',
  load: () => import('#app/cases/tell-owner.server.ts').then((file) => file.tellOwner),
}

const attachPlaybook: EventSubscriber = {
  name: 'cases.attach-playbook',
  load: () => import('#app/cases/playbooks/attach-playbook.server.ts').then((file) => file.attachFitting),
}

const tellOfReply: EventSubscriber = {
  name: 'cases.tell-of-reply',
  load: () => import('#app/cases/tell-of-reply.server.ts').then((file) => file.tellOfReply),
}

const tellMentioned: EventSubscriber = {
  name: 'cases.tell-mentioned',
  load: () => import('#app/cases/notices/tell-mentioned.server.ts').then((file) => file.tellMentioned),
}

const tellOfMarks: EventSubscriber = {
  name: 'cases.tell-of-marks',
  load: () => import('#app/cases/sla/tell-of-marks.server.ts').then((file) => file.tellOfMarks),
}

const tellOfReferral: EventSubscriber = {
  name: 'advocacy.tell-of-referral',
  load: () => import('#app/advocacy/referrals/referral-teller.server.ts').then((file) => file.tellOfReferral),
}

const remarkSoon: EventSubscriber = {
  name: 'cases.sla-remark-soon',
  load: () => import('#app/cases/sla/remark-cases.server.ts').then((file) => file.remarkSoon),
}

const tellAdmins: EventSubscriber = {
  name: 'notifications.tell-admins',
  load: () => import('#app/notifications/tell-admins.server.ts').then((file) => file.tellAdmins),
}

const retag: EventSubscriber = {
  name: 'responses.retag',
  load: () => import('#app/responses/topics/retag-changed.server.ts').then((file) => file.retagChanged),
}

const rerankAccount: EventSubscriber = {
  name: 'cases.rerank-account',
  load: () => import('#app/cases/rerank-cases.server.ts').then((file) => file.rerankAccount),
}

const rerankSoon: EventSubscriber = {
  name: 'cases.rerank-soon',
  load: () => import('#app/cases/rerank-cases.server.ts').then((file) => file.rerankSoon),
}

/** Event type → who hears of it; each subscriber gets its own job, `event/<id>/<name>`. */
const ownSubscribers: Record<string, EventSubscriber[]> = {
  'cases.opened': [tellOwner, attachPlaybook],
  'cases.joined': [tellOwner, attachPlaybook],
  'cases.assigned': [tellOwner],
  'cases.merged': [tellOwner],
  'cases.not_recovered': [tellOwner],
  'cases.noted': [tellMentioned],
  'cases.sla_warned': [tellOfMarks],
  'cases.sla_missed': [tellOfMarks],
  'responses.changed': [retag],
  'responses.restored': [retag],
  'responses.retagged': [
    {
      name: 'voices.retag',
      load: () => import('#app/voices/tag-voices.server.ts').then((file) => file.retagVoices),
    },
  ],
  'contacts.erased': [
    {
      name: 'integrations.drop-replays',
      load: () => import('#app/integrations/drop-replays-about.server.ts').then((file) => file.dropReplaysAbout),
    },
  ],
  'accounts.moved_by_list': [
    {
      name: 'cases.follow-listed',
      load: () => import('#app/cases/follow-owner.server.ts').then((file) => file.followListed),
    },
  ],
  'accounts.changed': [rerankAccount],
  'accounts.merged': [rerankAccount],
  'accounts.imported': [rerankSoon],
  'accounts.import_undone': [rerankSoon],
  'integrations.accounts_upserted': [rerankSoon],
  'advocacy.referral_received': [tellOfReferral],
  'advocacy.referral_added': [tellOfReferral],
  'voices.replied': [tellOfReply],
  'voices.assigned': [tellOfReply],
  'loop.consequence_failed': [tellAdmins],
  'jobs.died': [tellAdmins],
  'email.transport_paused': [tellAdmins],
  'email.uncertain': [tellAdmins],
  'access.calendar_edited': [remarkSoon],
  'access.calendar_chosen': [remarkSoon],
  'access.day_off_added': [remarkSoon],
  'access.day_off_removed': [remarkSoon],
  // Calendars without a zone of their own go by the organisation's.
  'access.organisation_edited': [remarkSoon],
  'access.user_deactivated': [
    {
      name: 'cases.reassign',
      load: () => import('#app/cases/reassign-on-leaving.server.ts').then((file) => file.reassignOnLeaving),
    },
  ],
}

/** Event → who follows it, in this order. */
export const eventSubscribers: Record<string, EventSubscriber[]> = { ...ownSubscribers }
for (const [type, more] of [...Object.entries(askSubscribers), ...Object.entries(rewardSubscribers)])
  eventSubscribers[type] = [...(eventSubscribers[type] ?? []), ...more]

/** All that a worker of this product does. */
export const registry: Registry = {
  jobHandlers,
  eventSubscribers,
  schedules,
  pumps: {
    outbox: () => import('#app/email/outbox.server.ts').then((file) => file.makeOutbox({ mailStreams, mailTemplates })),
    search: () => import('#app/responses/index-pump.server.ts').then((file) => file.makeIndexPump),
    scores: () => import('#app/insights/fold-pump.server.ts').then((file) => file.makeFoldPump),
    topics: () => import('#app/responses/topics/tag-pump.server.ts').then((file) => file.makeTagPump),
  },
}
