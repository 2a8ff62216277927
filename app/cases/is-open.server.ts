import { ne } from 'drizzle-orm'
import { cases } from '#db/schema/cases.ts'

/** A case is open until it is closed. Its value is written out, so that the partial indexes of open cases serve. */
export const isOpen = ne(cases.state, 'closed').inlineParams()
