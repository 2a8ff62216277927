import { expect, test } from 'vitest'
import { fileFault, mimeOf, mostFileBytes, safeName } from '#app/cases/files/case-file.ts'
import { attachment } from '#app/platform/http/attachment.ts'

test.each([
  ['report.pdf', 'report.pdf'],
  ['C:\\Users\\ken\\見積書.PDF', '見積書.pdf'],
  ['../../etc/passwd.txt', 'passwd.txt'],
  ['.htaccess.txt', 'htaccess.txt'],
  ['a"b<c>\r\nd\u0000;e.png', 'a_b_c_d_e.png'],
  ['evil\u202egnp.exe', 'evilgnp.exe'],
  ['...', 'file'],
  ['.pdf', 'pdf'],
  [`${'長'.repeat(300)}.csv`, `${'長'.repeat(120)}.csv`],
])('%j is kept as %j', (given, name) => {
  expect(safeName(given)).toBe(name)
  expect(attachment(name)).not.toMatch(/[\r\n]/)
})

test('what a file is goes by the end of its name, and what could run is none', () => {
  expect(mimeOf('a.PDF')).toBe('application/pdf')
  for (const name of ['a.html', 'a.svg', 'a.exe', 'a.js', 'a', 'a.pdf.exe', 'a.zip', 'constructor.constructor'])
    expect([name, mimeOf(name)]).toEqual([name, null])
})

test('too many, too large, empty and unknown files are refused', () => {
  const file = (byteLength: number, name = 'a.pdf') => ({ name, content: { byteLength } })
  expect(fileFault([])).toBeNull()
  expect(fileFault([file(mostFileBytes), file(mostFileBytes)])).toBeNull() // 5 + 5 MB = 10 MB
  expect(fileFault([file(mostFileBytes), file(mostFileBytes), file(1)])).toBe('files_large')
  expect(fileFault([file(mostFileBytes + 1)])).toBe('file_large')
  expect(fileFault(Array(6).fill(file(1)))).toBe('files_many')
  expect(fileFault([file(0)])).toBe('file_empty')
  expect(fileFault([file(1, 'a.html')])).toBe('file_kind')
})
