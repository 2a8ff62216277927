import { readFileSync } from 'node:fs'
import { transformWithEsbuild, type Plugin } from 'vite'

const asked = '?small'

/**
 * `import text from '#app/…/x.client.ts?small'`: the text of a script that is sent as it stands, without comments and long names.
 * It is made when Koe is built, so that nothing of it is needed at run time.
 */
export const smallScripts: Plugin = {
  name: 'small-scripts',
  enforce: 'pre',
  async load(id) {
    if (!id.endsWith(asked)) return null
    const file = id.slice(0, -asked.length)
    this.addWatchFile(file)
    const { code } = await transformWithEsbuild(readFileSync(file, 'utf8'), file, {
      minify: true,
      target: 'es2020',
      sourcemap: false,
    })
    return `export default ${JSON.stringify(code)}`
  },
}
