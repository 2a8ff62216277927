import { z } from 'zod'
import { idField, line } from '#app/access/user.ts'
import { apiScopes } from '#db/enums/access.ts'

export const keySchema = z.object({
  name: line(80),
  scopes: z
    .array(z.enum(apiScopes))
    .min(1)
    .max(apiScopes.length)
    .transform((given) => apiScopes.filter((scope) => given.includes(scope))),
})

/** Characters of a key that lists show. */
export const PREFIX_LENGTH = 9

export const revokeKeySchema = z.object({ keyId: idField })
