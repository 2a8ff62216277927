import { createHmac } from 'node:crypto'
import { createDoor } from '#app/surveys/doors/create-door.server.ts'
import type { CreateDoor } from '#app/surveys/doors/door.ts'
import { doorToken } from '#app/surveys/doors/door-token.server.ts'
import { changeProgramState } from '#app/surveys/change-program-state.server.ts'
import type { CreateProgram } from '#app/surveys/program.ts'
import { makeProgram, type Place } from '#test/responses/make.ts'

/** A door of a program that is live. */
export async function openedDoor(w: Place, over: Partial<CreateDoor> & { program?: Partial<CreateProgram> } = {}) {
  const { program: of, ...rest } = over
  const program = await makeProgram(w, of)
  await changeProgramState(w.ctx(), { id: program.id, to: 'live' })
  const { door, secret } = await createDoor(w.ctx(), {
    programId: program.id,
    kind: 'link',
    name: 'Reception',
    ...rest,
  })
  return { program, door, secret: secret!, token: doorToken(w.keys, door) }
}

/** The JSON Web Token that a product makes, as the door's page tells its developer to. */
export function signedContact(
  secret: string,
  claim: Record<string, unknown>,
  header: object = { alg: 'HS256', typ: 'JWT' },
) {
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')
  const body = `${part(header)}.${part(claim)}`
  return `${body}.${createHmac('sha256', secret).update(body).digest('base64url')}`
}
