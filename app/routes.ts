import { index, prefix, route, type RouteConfig } from '@remix-run/route-config'

/* The table of contents: every URL, grouped by room, in the order of the rooms. */
export default [
  // platform
  // jobs
  // email
  // access
  // accounts
  // surveys
  // delivery
  // responses
  // cases
  // advocacy
  // insights
  // answering
  // integrations
] satisfies RouteConfig
