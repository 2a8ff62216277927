import { extendZodWithOpenApi } from '@asteasolutions/zod-to-openapi'
import { z } from 'zod'

// Before the first schema that the description of the API is made from.
extendZodWithOpenApi(z)

export { z }
