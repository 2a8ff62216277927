import type { Actor } from '#app/audit/actor.ts'
import { can, type Action, type Resource } from '#app/audit/can.ts'
import { Forbidden, Refusal } from '#app/platform/errors.ts'
import type { Keyring } from '#app/platform/keyring.server.ts'
import type { Db, Store } from '#db/store/store.ts'

/** What every use case is handed: who acts, on which database, at what time. */
export interface Ctx {
  readonly store: Store
  readonly keys: Keyring
  readonly actor: Actor
  /** Milliseconds UTC. */
  readonly now: () => number
  /** The open transaction, when the caller has one. */
  readonly tx?: Db
}

export type TxCtx = Ctx & { readonly tx: Db }

/** The database to read from: the open transaction, else the reading connection. */
export const read = (ctx: Ctx): Db => ctx.tx ?? ctx.store.db

/** Runs `fn` in the caller's transaction, or in a new durable one. */
export function write<T>(ctx: Ctx, fn: (ctx: TxCtx) => Promise<T>): Promise<T> {
  return ctx.tx ? fn(ctx as TxCtx) : ctx.store.write((tx) => fn({ ...ctx, tx }))
}

/** The same work done by somebody else, say a job for the system. */
export const as = (ctx: Ctx, actor: Actor): Ctx => ({ ...ctx, actor })

/** @throws Refusal 401 when nobody is signed in, Forbidden when this actor may not */
export function authorise(ctx: Ctx, action: Action, resource?: Resource) {
  if (can(ctx.actor, action, resource)) return
  if (ctx.actor.kind === 'anonymous') throw new Refusal(401, 'sign_in_first')
  throw new Forbidden()
}
