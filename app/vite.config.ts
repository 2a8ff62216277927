import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import { vitePlugin as remix } from '@remix-run/dev'
import tailwindcss from '@tailwindcss/vite'
import { defineConfig, type Plugin } from 'vite'
import remixConfig from '../remix.config.js'
import { smallScripts } from './small-scripts.ts'

/** Writes the compressed forms of scripts and styles beside them, which app/server.js sends to browsers that take them. */
const compressed: Plugin = {
  name: 'compressed',
  apply: 'build',
  // At the end of each of the two builds: Remix adds its manifest during the second.
  closeBundle() {
    const folder = fileURLToPath(new URL('../build/client/assets/', import.meta.url))
    for (const name of readdirSync(folder)) {
      if (!/\.(?:js|css)$/.test(name) || existsSync(`${folder}${name}.br`)) continue
      const bytes = readFileSync(folder + name)
      writeFileSync(`${folder}${name}.gz`, gzipSync(bytes, { level: constants.Z_BEST_COMPRESSION }))
      writeFileSync(`${folder}${name}.br`, brotliCompressSync(bytes))
    }
  },
}

/** What every page of the staff shows is one file: an icon in a file of its own is mostly wrapping. */
const frame = `bell building-complex building-2 check chevron-right circle-alert circle-check circle-check-big
  circle-exclamation-point circle-help circle-question-mark circle-user ellipsis file-text house inbox keyboard languages
  log-out megaphone message-square-quote monitor moon quote search settings shield-check sparkles sun triangle-alert
  triangle-exclamation-point users users-round x`.split(/\s+/)
const frameIcons = (id: string) => {
  const icon = /lucide-react\/dist\/esm\/icons\/([\w-]+)\.m?js$/.exec(id)?.[1]
  return icon !== undefined && frame.includes(icon) ? 'icons' : undefined
}

export default defineConfig(({ command }) => ({
  root: fileURLToPath(new URL('..', import.meta.url)),
  plugins: [tailwindcss(), remix(remixConfig), smallScripts, compressed],
  // Barrel packages: bundled and shaken for the server build, or every start loads 2,000 files.
  ssr: { noExternal: command === 'build' ? ['lucide-react', 'radix-ui', /^@radix-ui\//] : [] },
  build: { chunkSizeWarningLimit: 1_000, rollupOptions: { output: { manualChunks: frameIcons } } },
  // What browsers load is named here, or the first page in development finds it late and loads React twice. Vite's own
  // search for it would walk the server's half as well.
  optimizeDeps: {
    entries: ['app/entry.client.tsx'],
    include: [
      '@conform-to/react',
      '@conform-to/zod/v4',
      'luxon',
      'zod',
      'react',
      'react-dom',
      'react-dom/client',
      'react/jsx-runtime',
      'react/jsx-dev-runtime',
      '@remix-run/react',
      'get-nonce',
      'lucide-react',
      'radix-ui',
    ],
  },
}))
