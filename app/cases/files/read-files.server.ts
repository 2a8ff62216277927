import type { GivenFile } from '#app/cases/files/case-file.ts'

/** The files of a form's field `files`; a field that was left alone sends one without a name. */
export async function readFiles(form: FormData): Promise<GivenFile[]> {
  const given = form.getAll('files').filter((one): one is File => typeof one !== 'string')
  const chosen = given.filter((file) => file.name !== '' || file.size > 0)
  return Promise.all(
    chosen.map(async (file) => ({ name: file.name, content: new Uint8Array(await file.arrayBuffer()) })),
  )
}
