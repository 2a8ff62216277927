import type { LoaderFunctionArgs } from '@remix-run/node'
import { NotFound } from '#app/platform/errors.ts'
import { getDoor } from '#app/surveys/doors/get-door.server.ts'
import { qrPng, qrSvg } from '#app/surveys/doors/qr-code.server.ts'

export const handle = { access: 'programs.read' }

/** The QR code of a link for everybody, as a drawing or as a picture. */
export async function loader({ params, context }: LoaderFunctionArgs) {
  const { door } = await getDoor(context.ctx, { id: params.doorId!, programId: params.programId! })
  if (door.kind !== 'link') throw new NotFound()
  if (params.file === 'code.svg') return picture(Buffer.from(qrSvg(door.link)), 'image/svg+xml', 'koe-qr.svg')
  if (params.file === 'code.png') return picture(qrPng(door.link), 'image/png', 'koe-qr.png')
  throw new NotFound()
}

const picture = (bytes: Buffer, type: string, name: string) =>
  new Response(new Uint8Array(bytes), {
    headers: { 'content-type': type, 'content-disposition': `inline; filename="${name}"` },
  })
