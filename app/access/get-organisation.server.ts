import { asc, eq, sql } from 'drizzle-orm'
import { read, type Ctx } from '#app/audit/context.server.ts'
import { brands, organisation } from '#db/schema/platform.ts'
import { statement } from '#db/statement.ts'

export type Organisation = typeof organisation.$inferSelect
export type Brand = typeof brands.$inferSelect

export const organisationId = 'org'
/** The brand that set-up makes; programs name it in `brand_id`. */
export const defaultBrandId = 'brand'

/** What holds until an admin says otherwise. */
export const defaultOrganisation: Organisation = {
  id: organisationId,
  name: 'Koe',
  postalAddress: '',
  privacyUrl: null,
  zone: 'UTC',
  baseCurrency: 'USD',
  fiscalMonth: 1,
  locale: 'en',
  setUpHiddenAt: null,
}

export const defaultBrand: Brand = {
  id: defaultBrandId,
  name: 'Koe',
  colour: '#3b3a8f',
  logoFileId: null,
  senderName: 'Koe',
  replyTo: null,
}

const findOrganisation = statement((db) =>
  db
    .select()
    .from(organisation)
    .where(eq(organisation.id, sql.placeholder('id'))),
)
const findBrand = statement((db) =>
  db
    .select()
    .from(brands)
    .where(eq(brands.id, sql.placeholder('id'))),
)

const findFirstBrand = statement((db) => db.select().from(brands).orderBy(asc(brands.id)).limit(1))

/** The one organisation of this install; the defaults when it isn't set up yet. Open to every room: it holds no secret. */
export async function getOrganisation(ctx: Ctx): Promise<Organisation> {
  const [row] = await findOrganisation(read(ctx), { id: organisationId })
  return row ?? defaultOrganisation
}

/** Name, colour, logo and sender of what customers see. Without an id, or with one that is unknown: the install's own. */
export async function getBrand(ctx: Ctx, id?: string | null): Promise<Brand> {
  const [named] = id ? await findBrand(read(ctx), { id }) : []
  if (named) return named
  const [first] = await findFirstBrand(read(ctx))
  return first ?? defaultBrand
}
