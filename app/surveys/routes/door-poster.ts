import type { LoaderFunctionArgs } from '@remix-run/node'
import { renderPoster } from '#app/answering/doors/poster-page.ts'
import { NotFound } from '#app/platform/errors.ts'
import { getDoor } from '#app/surveys/doors/get-door.server.ts'
import { qrSvg } from '#app/surveys/doors/qr-code.server.ts'
import { getProgram } from '#app/surveys/get-program.server.ts'
import { questionIn, spokenBy } from '#app/surveys/wordings.ts'

export const handle = { access: 'programs.read' }

/** A sheet of A4 with the question and the code, for the wall. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { ctx, locale, nonce } = context
  const { door } = await getDoor(ctx, { id: params.doorId!, programId: params.programId! })
  if (door.kind !== 'link') throw new NotFound()
  const { version, brand } = await getProgram(ctx, door.programId)
  const asked = new URL(request.url).searchParams.get('language')
  const spoken = spokenBy(version.content.wording)
  const language = spoken.find((one) => one === asked) ?? locale
  const html = renderPoster({
    language,
    staff: locale,
    spoken,
    brand,
    question: questionIn(version.content.wording, language, brand.name),
    qr: qrSvg(door.link),
    link: door.link,
    back: `/programs/${door.programId}/doors/${door.id}`,
    cspNonce: nonce,
  })
  return new Response(html, { headers: { 'content-type': 'text/html; charset=utf-8' } })
}
