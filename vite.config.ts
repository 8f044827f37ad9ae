import { readFileSync, writeFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import { reactRouter } from '@react-router/dev/vite'
import { defineConfig, type Plugin } from 'vite'

const source = resolve(dirname(fileURLToPath(import.meta.url)), 'src')

/** Modules of which the process and its pages must share one copy: one pool, one set of cached versions, one actor cache. */
const shared = /^(values|kernel|systems|engines\/[\w-]+\/(?!web\/)|engines\/\w+\.ts)/

/** In the server build, those modules stay outside the bundle. What is drawn is bundled and keeps no state. */
const shareServerModules: Plugin = {
  name: 'share-server-modules',
  enforce: 'pre',
  applyToEnvironment: (environment) => environment.name === 'ssr',
  resolveId(id, importer) {
    if (importer === undefined || !id.endsWith('.ts')) return null
    const file = id.startsWith('#')
      ? id.slice(1)
      : id.startsWith('.')
        ? relative(source, resolve(dirname(importer), id))
        : id
    return shared.test(file) ? { id: `#${file}`, external: true } : null
  },
}

/** Quality 11 takes ten times as long for a few percent: too long for a first start. */
const brotli = { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } }

/** Assets are compressed once, here; the server only picks the one a browser takes. */
const compressAssets: Plugin = {
  name: 'compress-assets',
  applyToEnvironment: (environment) => environment.name === 'client',
  writeBundle({ dir }, bundle) {
    for (const name of Object.keys(bundle)) {
      if (dir === undefined || !/\.(js|css|svg|ttf)$/.test(name)) continue
      const file = join(dir, name)
      const content = readFileSync(file)
      writeFileSync(`${file}.br`, brotliCompressSync(content, brotli))
      writeFileSync(`${file}.gz`, gzipSync(content, { level: 9 }))
    }
  },
}

export default defineConfig({
  plugins: [shareServerModules, reactRouter(), compressAssets],
  build: { sourcemap: false, target: 'es2022', cssMinify: true, assetsInlineLimit: 0 },
  environments: { ssr: { build: { sourcemap: true } } },
  ssr: { noExternal: [/^@tabler\/icons-react/] },
})
