import { index, prefix, route, type RouteConfig } from '@remix-run/route-config'

/* The table of contents: every URL, grouped by room, in the order of the rooms. */
export default [
  // platform
  // jobs
  route('jobs', './jobs/routes/jobs.tsx'),
  route('jobs/act', './jobs/routes/act.ts'),
  // email
  route('mailbox', './email/routes/mailbox.tsx'),
  route('mailbox/:id', './email/routes/mail.tsx'),
  route('mailbox/:id/body', './email/routes/mail-body.ts'),
  route('webhooks/resend', './email/routes/resend-webhook.ts'),
  route('settings/suppressions', './email/routes/suppressions.tsx'),
  // access
  route('sign-in', './access/routes/sign-in.tsx'),
  route('sign-out', './access/routes/sign-out.ts'),
  route('forgotten', './access/routes/forgotten.tsx'),
  route('reset/:token', './access/routes/reset.tsx'),
  route('invite/:token', './access/routes/invite.tsx'),
  route('first-admin', './access/routes/first-admin.tsx'),
  route('preferences', './access/routes/preferences.ts'),
  route('files/:id', './access/routes/file.ts'),
  route('settings', './access/routes/settings.tsx'),
  route('settings/me', './access/routes/me.tsx'),
  route('settings/people', './access/routes/people.tsx'),
  route('settings/people/invite', './access/routes/invite-user.tsx'),
  route('settings/people/:id', './access/routes/person.tsx'),
  route('settings/teams', './access/routes/teams.tsx'),
  route('settings/organisation', './access/routes/organisation.tsx'),
  route('settings/brand', './access/routes/brand.tsx'),
  route('settings/keys', './access/routes/keys.tsx'),
  route('settings/audit', './access/routes/audit.tsx'),
  // accounts
  // surveys
  route('programs', './surveys/routes/programs.tsx'),
  route('programs/new', './surveys/routes/new-program.tsx'),
  route('programs/:programId', './surveys/routes/program.tsx'),
  route('programs/:programId/edit', './surveys/routes/edit-program.tsx'),
  route('programs/:programId/state', './surveys/routes/program-state.ts'),
  route('programs/:programId/audience', './surveys/routes/count-audience.ts'),
  route('programs/:programId/preview/page', './surveys/routes/preview-page.ts'),
  // delivery
  route('programs/:programId/preview/mail', './delivery/routes/preview-mail.ts'),
  route('programs/:programId/test', './delivery/routes/send-test.ts'),
  route('programs/:programId/launch', './delivery/routes/launch.tsx'),
  route('waves/:waveId', './delivery/routes/wave.tsx'),
  route('waves/:waveId/state', './delivery/routes/wave-state.ts'),
  // responses
  route('responses', './responses/routes/stream.tsx'),
  route('responses/:id', './responses/routes/response.tsx'),
  // cases
  route('cases', './cases/routes/queue.tsx'),
  route('cases/:id', './cases/routes/case.tsx'),
  // advocacy
  route('advocates', './advocacy/routes/advocates.tsx'),
  // insights
  index('./insights/routes/today.tsx'),
  // answering
  route('s/:token', 'answering/routes/survey.ts'),
  route('u/:token', 'answering/routes/unsubscribe.ts'),
  // integrations
] satisfies RouteConfig
