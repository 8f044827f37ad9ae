import { readdirSync, readFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import { expect, test } from 'vitest'

const folder = new URL('.', import.meta.url)
const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
const read = (file: string) => readFileSync(new URL(file, folder), 'utf8')
const having = (pattern: RegExp, ending: string) =>
  files.filter((file) => file.endsWith(ending) && pattern.test(read(file)))

test('no component carries a style attribute, which the policy blocks', () => {
  expect(having(/\bstyle=/, '.tsx')).toEqual([])
})

test('styles load nothing from elsewhere and nothing inline', () => {
  expect(having(/url\(['"]?(data|https?):/, '.css')).toEqual([])
})

test('colours are written in the tokens only, save white and black', () => {
  const strays = files
    .filter((file) => file.endsWith('.css') && file !== 'tokens.css')
    .flatMap((file) => (read(file).match(/: [^;{]*#[0-9a-f]{3,8}\b/g) ?? []).map((line) => `${file} ${line}`))
    .filter((stray) => !/#(fff|000)$/.test(stray))
  expect(strays).toEqual([])
})

test('the whole look of the portal stays below 20 KB gzipped, before it is made smaller', () => {
  const whole = ['tokens.css', ...files.filter((file) => /^portal\/.*\.css$/.test(file))].map(read).join('')
  expect(gzipSync(whole).length).toBeLessThan(20_000)
})

test('every word of drawn things has both languages and no subject', () => {
  const words = read('words.ts')
  expect(words).not.toMatch(/hồ sơ|thủ tục|dossier|procedure/i)
})

test('the README names every component that is drawn, and no other', () => {
  const drawn = files.filter((file) => file.endsWith('.tsx')).flatMap((file) => read(file).match(component) ?? [])
  const named = read('README.md').match(/(?<=`)[A-Z]\w+(?=`)/g)
  expect([...new Set(named)].sort()).toEqual([...new Set(drawn)].sort())
})

const component = /(?<=^export (?:function|const) )[A-Z]\w+/gm
