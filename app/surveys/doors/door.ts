import { z } from 'zod'
import { doorKinds, doorStates } from '#db/enums/surveys.ts'

export type DoorKind = (typeof doorKinds)[number]
export type DoorState = (typeof doorStates)[number]

/** Answers that a door takes in an hour unless told otherwise: a full hall, and no flood. */
const usualPerHour = 200
/** Doors of one program; more are a list that nobody reads. */
export const mostDoors = 50
const mostOrigins = 20

const idField = z.string().max(60)

/** `https://app.example.com` of whatever address was pasted; null when no page of it could be on the web. */
export function originOf(text: string): string | null {
  try {
    const { protocol, origin, hostname } = new URL(text.trim())
    const local = hostname === 'localhost' || hostname === '127.0.0.1'
    return protocol === 'https:' || (protocol === 'http:' && local) ? origin : null
  } catch {
    return null
  }
}

/** One origin a line, as a person pastes them. */
const origins = z
  .string()
  .max(4_000)
  .default('')
  .transform((text) => text.split(/[\s,]+/).filter(Boolean))
  .pipe(z.array(z.string()).max(mostOrigins))
  .transform((list, ctx) => {
    const read = list.map((one) => originOf(one))
    const wrong = read.indexOf(null)
    if (wrong >= 0) ctx.addIssue({ code: 'custom', message: `“${list[wrong]}”: https://app.example.com` })
    return [...new Set(read.filter((one) => one !== null))]
  })

const own = {
  /** Where it hangs. */
  name: z.string().trim().min(1).max(80),
  perHour: z.coerce.number().int().min(1).max(10_000).default(usualPerHour),
  /** Of a widget. */
  origins,
  anonymous: z.boolean().default(false),
}

export const createDoorSchema = z.object({ programId: idField, kind: z.enum(doorKinds), ...own })
export type CreateDoor = z.input<typeof createDoorSchema>

export const editDoorSchema = z.object({ id: idField, programId: idField, ...own })
export type EditDoor = z.input<typeof editDoorSchema>

export const doorStateSchema = z.object({ id: idField, programId: idField, to: z.enum(doorStates) })

/** A door by the program whose page it stands on. */
export const oneDoorSchema = z.object({ id: idField, programId: idField })
export type OneDoor = z.infer<typeof oneDoorSchema>
