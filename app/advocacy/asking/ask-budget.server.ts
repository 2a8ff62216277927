import { read, type Ctx } from '#app/audit/context.server.ts'
import { askSettings } from '#db/schema/advocacy-asks.ts'

/** How many asks a quarter bears: of one person, and of all people of one account. */
export interface AskBudget {
  perPerson: number
  perAccount: number
}

/** Until somebody sets it. */
const usual: AskBudget = { perPerson: 2, perAccount: 2 }

/** The budgets of a quarter as they are now. Open to every room. */
export async function askBudget(ctx: Ctx): Promise<AskBudget> {
  const [row] = await read(ctx)
    .select({ perPerson: askSettings.perPerson, perAccount: askSettings.perAccount })
    .from(askSettings)
    .limit(1)
  return row ?? usual
}
