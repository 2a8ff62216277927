import type { ImportCounts } from '#db/schema/accounts.ts'

export const noCounts = (): ImportCounts => ({
  lines: 0,
  accounts: { new: 0, changed: 0, unchanged: 0 },
  contacts: { new: 0, changed: 0, unchanged: 0 },
  rejected: 0,
})
