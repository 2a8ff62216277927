import { Writable } from 'node:stream'
import { createElement } from 'react'
import { renderToPipeableStream } from 'react-dom/server'
import { expect, it } from 'vitest'
import { withoutNul } from '#app/platform/http/without-nul.server.ts'

/** A Japanese page of many sizes, so that its characters fall on the ends of React's buffers. */
const page = createElement(
  'ul',
  null,
  Array.from({ length: 400 }, (_, i) =>
    createElement('li', { key: i, title: `変化${'a'.repeat(i % 3)}` }, '対応'.repeat(i % 40)),
  ),
)

function rendered(through?: NodeJS.ReadWriteStream): Promise<Buffer> {
  return new Promise((resolve) => {
    const parts: Buffer[] = []
    const end = new Writable({
      write: (chunk: Buffer, _, done) => (parts.push(Buffer.from(chunk)), done()),
      final: (done) => (resolve(Buffer.concat(parts)), done()),
    })
    const { pipe } = renderToPipeableStream(page, {
      onAllReady: () => void (through ? pipe(through).pipe(end) : pipe(end)),
    })
  })
}

it('a page reaches the browser without the NUL bytes that the renderer leaves between buffers', async () => {
  const raw = await rendered()
  expect(raw.includes(0)).toBe(true) // once this fails, the filter can go
  const clean = await rendered(withoutNul())
  expect(clean.includes(0)).toBe(false)
  expect(clean.toString()).toBe(raw.toString().replaceAll('\0', ''))
  expect(clean.toString().match(/変化/g)).toHaveLength(400)
})
