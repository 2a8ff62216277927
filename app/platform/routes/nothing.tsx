import { NotFound } from '#app/platform/errors.ts'

/** Every address that nothing else answers to: as a route, it is told in the reader's language, in the frame they know. */
export const handle = { access: 'public' }

export function loader() {
  throw new NotFound()
}

export function action() {
  throw new NotFound()
}

export default function Nothing() {
  return null
}
