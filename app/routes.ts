import { index, prefix, route, type RouteConfig } from '@remix-run/route-config'

/* The table of contents: every URL, grouped by room, in the order of the rooms. */
export default [
  // platform
  // jobs
  // email
  // access
  route('sign-in', './access/routes/sign-in.tsx'),
  route('sign-out', './access/routes/sign-out.ts'),
  route('forgotten', './access/routes/forgotten.tsx'),
  route('reset/:token', './access/routes/reset.tsx'),
  route('invite/:token', './access/routes/invite.tsx'),
  route('first-admin', './access/routes/first-admin.tsx'),
  route('preferences', './access/routes/preferences.ts'),
  route('files/:id', './access/routes/file.ts'),
  // accounts
  // surveys
  // delivery
  // responses
  // cases
  // advocacy
  // insights
  // answering
  route('s/:token', 'answering/routes/survey.ts'),
  route('u/:token', 'answering/routes/unsubscribe.ts'),
  // integrations
] satisfies RouteConfig
