import { and, eq, gt, isNull, or, sql } from 'drizzle-orm'
import { imageType, LOGO_BYTES } from '#app/access/organisation.ts'
import { consentGiven } from '#app/advocacy/quotes/given-consent.server.ts'
import type { QuoteRow } from '#app/advocacy/quotes/step-quote.server.ts'
import { read, type Ctx, type TxCtx } from '#app/audit/context.server.ts'
import { Invalid } from '#app/platform/errors.ts'
import { eraseFile, getFile, readFile, saveFile, type StoredFile } from '#app/platform/files.server.ts'
import { consents } from '#db/schema/advocacy.ts'
import { quotes } from '#db/schema/advocacy-quotes.ts'

export interface NewLogo {
  name: string
  content: Uint8Array
}

const kind = 'quote-logo'

/** An image as it was sent. @throws Invalid naming `file` when it is too large or no PNG, JPEG or WebP by its content */
export function checkLogo({ name, content }: NewLogo) {
  const mime = imageType(content)
  if (!mime) throw new Invalid('logo_not_image', { file: 'logo_not_image' })
  if (content.byteLength > LOGO_BYTES) throw new Invalid('logo_too_large', { file: 'logo_too_large' })
  return { name: name.slice(0, 200), mime, content }
}

/**
 * The logo of a quote after an edit: a new one takes the place of the old one.
 * @param image null for none; left out, the old one stays
 * @returns the id of its file
 */
export async function placeLogo(
  ctx: TxCtx,
  { logoFileId }: Pick<QuoteRow, 'logoFileId'>,
  image: ReturnType<typeof checkLogo> | null | undefined,
): Promise<string | null> {
  if (image === undefined) return logoFileId
  if (logoFileId) await eraseFile(ctx.tx, logoFileId)
  if (image === null) return null
  const { content, ...file } = image
  return saveFile(ctx.tx, { ...file, kind, at: ctx.now() }, content)
}

/** Whether the company of a quote lets itself be quoted, as the condition of a query: else its logo is not shown. */
export const companyAgrees = (now: number) =>
  sql<boolean>`exists (select 1 from ${consents} where ${consents.party} = 'acc:' || ${quotes.accountId} and ${and(
    eq(consents.askType, 'quote'),
    eq(consents.state, 'given'),
    or(isNull(consents.expiresAt), gt(consents.expiresAt, now)),
  )})`.mapWith(Boolean)

/** The file of a logo that stands in public just now: its quote is published and person and company agree; else null. */
export async function publicLogo(ctx: Ctx, fileId: string): Promise<StoredFile | null> {
  const [row] = await read(ctx)
    .select({ attribution: quotes.attribution })
    .from(quotes)
    .where(
      and(
        eq(quotes.logoFileId, fileId),
        sql`${quotes.state} = 'published'`,
        consentGiven(ctx.now()),
        companyAgrees(ctx.now()),
      ),
    )
  return row?.attribution.logo ? getFile(read(ctx), fileId) : null
}

/** A logo within a page, as its address: for who may see it before everybody may. Null where there is none. */
export async function inlineLogo(ctx: Ctx, fileId: string | null): Promise<string | null> {
  const file = fileId === null ? null : await getFile(read(ctx), fileId)
  if (file?.kind !== kind) return null
  const parts: Buffer[] = []
  for await (const part of readFile(read(ctx), file.id)) parts.push(part)
  return `data:${file.mime};base64,${Buffer.concat(parts).toString('base64')}`
}
