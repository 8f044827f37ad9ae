import { dirname, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { reactRouter } from '@react-router/dev/vite'
import { defineConfig, type Plugin } from 'vite'

const source = resolve(dirname(fileURLToPath(import.meta.url)), 'src')

/**
 * In the server build, our `.ts` modules stay outside the bundle: pages and the process then share one copy of them, with one
 * pool and one actor cache. `.tsx` modules exist only in the bundle and keep no state.
 */
const shareServerModules: Plugin = {
  name: 'share-server-modules',
  enforce: 'pre',
  applyToEnvironment: (environment) => environment.name === 'ssr',
  resolveId(id, importer) {
    if (importer === undefined || !id.endsWith('.ts') || id.includes('?')) return null
    if (id.startsWith('#')) return { id, external: true }
    const file = id.startsWith('.') ? resolve(dirname(importer), id) : id
    if (!file.startsWith(source) || file.includes('/routes.ts')) return null
    return { id: `#${file.slice(source.length + 1)}`, external: true }
  },
}

export default defineConfig({
  plugins: [shareServerModules, reactRouter()],
  build: { sourcemap: false, target: 'es2022', cssMinify: true, assetsInlineLimit: 0 },
  environments: { ssr: { build: { sourcemap: true } } },
  ssr: { noExternal: [/^@mantine/, /^@tabler\/icons-react/] },
})
