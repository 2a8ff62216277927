import { applyImport as apply } from '#app/accounts/apply-import.server.ts'
import { addOptOuts } from '#app/delivery/add-opt-outs.server.ts'
import type { JobHandler } from '#app/jobs/job.ts'

/** Applies an import; old opt-outs become preferences in the transaction of their people. */
export const applyImport: JobHandler = apply({ optOut: (ctx, contactIds) => addOptOuts(ctx, contactIds, 'import') })
