/* The rules of OpenAPI 3.1 (and of JSON Schema 2020-12 as far as it is used) that a description of an API must keep. */

type Part = Record<string, unknown>

const methods = ['get', 'put', 'post', 'delete', 'options', 'head', 'patch', 'trace']
const types = ['string', 'number', 'integer', 'boolean', 'object', 'array', 'null']
const isPart = (value: unknown): value is Part => typeof value === 'object' && value !== null && !Array.isArray(value)
const partsOf = (value: unknown): [string, Part][] =>
  isPart(value) ? Object.entries(value).filter((entry): entry is [string, Part] => isPart(entry[1])) : []
const listOf = (value: unknown) => (Array.isArray(value) ? (value as unknown[]) : [])

/** What is wrong with a description, one line each. */
export function openApiFaults(document: Part): string[] {
  const found: string[] = []
  const fault = (where: string, what: string) => void found.push(`${where}: ${what}`)
  const info = document.info as Part | undefined
  if (!/^3\.1\.\d+$/.test(String(document.openapi))) fault('openapi', 'version is not 3.1')
  if (typeof info?.title !== 'string') fault('info', 'title is missing')
  if (typeof info?.version !== 'string') fault('info', 'version is missing')
  for (const server of listOf(document.servers)) if (!isPart(server) || typeof server.url !== 'string') fault('servers', 'url is missing') // prettier-ignore
  const components = (document.components ?? {}) as Part
  for (const [kind, all] of partsOf(components))
    for (const name of Object.keys(all)) if (!/^[\w.-]+$/.test(name)) fault(`components.${kind}.${name}`, 'name has other signs') // prettier-ignore
  for (const [name, schema] of partsOf(components.schemas)) checkSchema(schema, `components.schemas.${name}`, fault)
  for (const [name, scheme] of partsOf(components.securitySchemes))
    if (!['apiKey', 'http', 'mutualTLS', 'oauth2', 'openIdConnect'].includes(String(scheme.type))) fault(name, 'type of security is unknown') // prettier-ignore
  const schemes = Object.keys((components.securitySchemes ?? {}) as Part)
  const ids = new Set<unknown>()
  if (!isPart(document.paths)) fault('paths', 'are missing')
  for (const [path, item] of partsOf(document.paths)) {
    if (!path.startsWith('/')) fault(path, 'does not begin with a slash')
    for (const [method, operation] of partsOf(item)) {
      const where = `${method} ${path}`
      if (!methods.includes(method)) fault(where, 'method is unknown')
      if (operation.operationId !== undefined && ids.size === ids.add(operation.operationId).size) fault(where, 'operationId is not unique') // prettier-ignore
      checkOperation(operation, { path, where, schemes, shared: listOf(item.parameters) }, fault)
    }
  }
  for (const reference of referencesIn(document)) if (!resolves(document, reference)) fault(reference, 'reference leads nowhere') // prettier-ignore
  return found
}

type Fault = (where: string, what: string) => void
interface Place {
  path: string
  where: string
  schemes: string[]
  shared: unknown[]
}

function checkOperation(operation: Part, { path, where, schemes, shared }: Place, fault: Fault) {
  const parameters = [...shared, ...listOf(operation.parameters)].filter(isPart)
  const seen = new Set<string>()
  for (const one of parameters) {
    const name = `${where} parameter ${String(one.name)}`
    if (typeof one.name !== 'string') fault(name, 'parameter has no name')
    if (!['query', 'header', 'path', 'cookie'].includes(String(one.in))) fault(name, 'stands nowhere that exists')
    if (one.in === 'path' && one.required !== true) fault(name, 'of a path must be required')
    if (!isPart(one.schema) && !isPart(one.content)) fault(name, 'has no schema')
    if (isPart(one.schema)) checkSchema(one.schema, name, fault)
    const key = `${String(one.in)} ${String(one.name)}`
    if (seen.has(key)) fault(name, 'parameter is there twice')
    seen.add(key)
  }
  const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name!)
  for (const name of inPath) if (!seen.has(`path ${name}`)) fault(where, `template {${name}} has no parameter`)
  for (const one of parameters) if (one.in === 'path' && !inPath.includes(String(one.name))) fault(where, `parameter ${String(one.name)} is not in the path`) // prettier-ignore
  if (isPart(operation.requestBody)) checkContent(operation.requestBody, `${where} body`, fault, true)
  const responses = partsOf(operation.responses)
  if (responses.length === 0) fault(where, 'has no responses')
  for (const [status, response] of responses) {
    if (!/^([1-5](\d\d|XX)|default)$/.test(status)) fault(`${where} ${status}`, 'is no status')
    if ('$ref' in response) continue
    if (typeof response.description !== 'string') fault(`${where} ${status}`, 'has no description')
    checkContent(response, `${where} ${status}`, fault, false)
  }
  for (const needed of listOf(operation.security))
    for (const name of Object.keys(needed as Part)) if (!schemes.includes(name)) fault(where, `security ${name} is not described`) // prettier-ignore
}

function checkContent(of: Part, where: string, fault: Fault, needed: boolean) {
  if (needed && !isPart(of.content)) fault(where, 'has no content')
  for (const [type, media] of partsOf(of.content)) {
    if (!/^[\w*.+-]+\/[\w*.+-]+/.test(type)) fault(`${where} ${type}`, 'is no media type')
    if (isPart(media.schema)) checkSchema(media.schema, `${where} ${type}`, fault)
  }
}

function checkSchema(schema: Part, where: string, fault: Fault) {
  for (const type of [schema.type].flat()) if (type !== undefined && !types.includes(String(type))) fault(where, `type ${String(type)} is unknown`) // prettier-ignore
  // Words of OpenAPI 3.0 that mean nothing in 3.1.
  if ('nullable' in schema) fault(where, 'nullable is no word of 3.1')
  for (const bound of ['exclusiveMinimum', 'exclusiveMaximum']) if (typeof schema[bound] === 'boolean') fault(where, `${bound} must be a number`) // prettier-ignore
  if ('enum' in schema && new Set(listOf(schema.enum)).size !== listOf(schema.enum).length)
    fault(where, 'enum has doubles')
  if ('enum' in schema && listOf(schema.enum).length === 0) fault(where, 'enum is empty')
  const properties = Object.keys((schema.properties ?? {}) as Part)
  for (const name of listOf(schema.required)) if (schema.properties && !properties.includes(String(name))) fault(where, `required ${String(name)} is no property`) // prettier-ignore
  if (schema.type === 'array' && !('items' in schema)) fault(where, 'array says nothing of its items')
  for (const [name, part] of partsOf(schema.properties)) checkSchema(part, `${where}.${name}`, fault)
  for (const key of ['items', 'additionalProperties', 'not']) if (isPart(schema[key])) checkSchema(schema[key], `${where}.${key}`, fault) // prettier-ignore
  for (const key of ['anyOf', 'allOf', 'oneOf']) for (const part of listOf(schema[key])) if (isPart(part)) checkSchema(part, `${where}.${key}`, fault) // prettier-ignore
}

function referencesIn(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(referencesIn)
  if (!isPart(value)) return []
  const own = typeof value.$ref === 'string' ? [value.$ref] : []
  return [...own, ...Object.values(value).flatMap(referencesIn)]
}

function resolves(document: Part, reference: string): boolean {
  if (!reference.startsWith('#/')) return false
  let at: unknown = document
  for (const part of reference.slice(2).split('/')) at = isPart(at) ? at[part.replace(/~1/g, '/').replace(/~0/g, '~')] : undefined // prettier-ignore
  return at !== undefined
}
