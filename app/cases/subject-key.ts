/**
 * Whose case it is, and whose mail is held while it is open: the account's, else the person's. Somebody nobody knows
 * stands for themselves alone, by the id of what they said.
 */
export const subjectKeyOf = (account: { id: string } | null, contactId: string | null, saidId: string): string =>
  account ? `acc:${account.id}` : `con:${contactId ?? saidId}`
