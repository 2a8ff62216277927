import { json } from '@remix-run/node'
import { openApiDocument } from '#app/integrations/openapi.server.ts'
import { env } from '#app/platform/env.server.ts'

export const handle = { access: 'public' }

export const loader = () => json(openApiDocument(env.PUBLIC_URL))
