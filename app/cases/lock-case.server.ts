import { rowLock } from '#db/lock.ts'
import { cases } from '#db/schema/cases.ts'

/** Before everything else that a transaction writes of a case, so that two of them never wait for each other. */
export const lockCase = rowLock(cases, cases.id)
