import { ne } from 'drizzle-orm'
import { programs } from '#db/schema/surveys.ts'

/** Programs that somebody made and runs; not the hidden one that asks after a case. */
export const askedPrograms = ne(programs.kind, 'recovery')
