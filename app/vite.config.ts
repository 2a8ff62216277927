import { fileURLToPath } from 'node:url'
import { vitePlugin as remix } from '@remix-run/dev'
import tailwindcss from '@tailwindcss/vite'
import { defineConfig } from 'vite'
import remixConfig from '../remix.config.js'

export default defineConfig(({ command }) => ({
  root: fileURLToPath(new URL('..', import.meta.url)),
  plugins: [tailwindcss(), remix(remixConfig)],
  // Barrel packages: bundled and shaken for the server build, or every start loads 2,000 files.
  ssr: { noExternal: command === 'build' ? ['lucide-react', 'radix-ui', /^@radix-ui\//] : [] },
  build: { chunkSizeWarningLimit: 1_000 },
  // What browsers load is named here, or the first page in development finds it late and loads React twice. Vite's own
  // search for it would walk the server's half as well.
  optimizeDeps: {
    entries: ['app/entry.client.tsx'],
    include: [
      '@conform-to/react',
      '@conform-to/zod/v4',
      'intl-messageformat',
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
