import type { z } from 'zod'
import { authorise, write, type Ctx } from '#app/audit/context.server.ts'
import { recordEvent } from '#app/audit/record-event.server.ts'
import { getBrand } from '#app/access/get-organisation.server.ts'
import { brandSchema, imageType, LOGO_BYTES } from '#app/access/organisation.ts'
import { Invalid } from '#app/platform/errors.ts'
import { saveFile } from '#app/platform/files.server.ts'
import { brands } from '#db/schema/platform.ts'

export type BrandInput = z.input<typeof brandSchema> & {
  brandId?: string
  /** A new logo, or null to have none; left out, it stays. */
  logo?: { name: string; content: Uint8Array } | null
}

/**
 * Changes what customers see of the sender. An old logo's file stays, since mail that was sent shows it.
 * @throws Invalid naming `logo` when it is too large or no PNG, JPEG or WebP by its content
 */
export function editBrand(ctx: Ctx, input: BrandInput): Promise<{ brandId: string }> {
  const given = brandSchema.parse(input)
  authorise(ctx, 'settings.edit')
  const { logo } = input
  const mime = logo ? imageType(logo.content) : null
  if (logo && !mime) throw new Invalid('logo_not_image', { logo: 'logo_not_image' })
  if (logo && logo.content.byteLength > LOGO_BYTES) throw new Invalid('logo_too_large', { logo: 'logo_too_large' })
  return write(ctx, async (ctx) => {
    const before = await getBrand(ctx, input.brandId)
    const logoFileId =
      logo && mime
        ? await saveFile(ctx.tx, { kind: 'logo', name: logo.name.slice(0, 200), mime, at: ctx.now() }, logo.content)
        : logo === null
          ? null
          : before.logoFileId
    const row = { ...given, id: before.id, replyTo: given.replyTo ?? null, logoFileId }
    const { id: _, ...set } = row
    await ctx.tx.insert(brands).values(row).onConflictDoUpdate({ target: brands.id, set })
    const changed = (Object.keys(row) as (keyof typeof row)[]).filter((key) => row[key] !== before[key])
    await recordEvent(ctx, { type: 'access.brand_edited', subject: { kind: 'brand', id: row.id }, data: { changed } })
    return { brandId: row.id }
  })
}
