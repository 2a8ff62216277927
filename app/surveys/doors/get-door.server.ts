import { authorise, type Ctx } from '#app/audit/context.server.ts'
import { env } from '#app/platform/env.server.ts'
import { doorToken } from '#app/surveys/doors/door-token.server.ts'
import { oneDoorSchema, type OneDoor } from '#app/surveys/doors/door.ts'
import { doorOf } from '#app/surveys/doors/find-door.server.ts'

/** A door as its page shows it, with its link and without its secret. @throws NotFound */
export async function getDoor(ctx: Ctx, of: OneDoor) {
  authorise(ctx, 'programs.read')
  const { door, program } = await doorOf(ctx, oneDoorSchema.parse(of))
  const { secret: _, ...shown } = door
  const token = doorToken(ctx.keys, door)
  return { door: { ...shown, token, link: `${env.PUBLIC_URL}/s/${token}` }, program, home: env.PUBLIC_URL }
}
