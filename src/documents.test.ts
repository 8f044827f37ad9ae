import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { expect, test } from 'vitest'

/** What is written about the source stays true of it: the files that documents name and lead to are there. */

const root = join(import.meta.dirname, '..')
const files = [
  ...readdirSync(root),
  ...['bench', 'docs', 'faults', 'journeys', 'sandbox', 'src', 'verifier'].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map((file) => join(folder, file)),
  ),
]
const documents = files.filter((file) => file.endsWith('.md'))
const textOf = (document: string) => readFileSync(join(root, document), 'utf8').replaceAll(/```[^]*?```/g, '')

const isThere = (name: string) => {
  const path = name.replace(/^#/, '').replace(/^\.\//, '')
  return files.some((file) => file === path || file.endsWith(`/${path}`))
}

test.each(documents)('%s names files that are there', (document) => {
  const named = textOf(document).matchAll(/`([#\w./-]*\w\.(?:tsx?|typ|css))`/g)
  expect([...new Set([...named].map(([, name]) => name!))].filter((name) => !isThere(name))).toEqual([])
})

test.each(documents)('%s leads to places that are there', (document) => {
  const links = textOf(document).matchAll(/\]\((?!https?:)([^)#]+)/g)
  expect([...links].map(([, to]) => to!).filter((to) => !existsSync(join(root, dirname(document), to)))).toEqual([])
})

test('the table of the security standard has every requirement of its levels once, and names tests that are there', () => {
  const table = readFileSync(join(root, 'docs/security/asvs.md'), 'utf8')
  const rows = [...table.matchAll(/^\| V(\d+\.\d+\.\d+) \| ([123]) \|/gm)].map(([, id, level]) => ({ id, level }))
  expect(new Set(rows.map(({ id }) => id)).size).toBe(rows.length)
  expect([1, 2].map((level) => rows.filter((one) => one.level === String(level)).length)).toEqual([70, 183])
  const named = [...table.matchAll(/`([\w.-]+\.test\.tsx?)` “([^”]+)”/g)]
  expect(named.length).toBeGreaterThan(150)
  const lost = named.filter(([, file = '', words = '']) => !hasTest(file, words))
  expect(lost.map(([line]) => line)).toEqual([])
})

test('the page of threats has every kind at every boundary, each with a guard that is there and a test that is there or a reason', () => {
  const boundaries = readFileSync(join(root, 'docs/security/threats.md'), 'utf8').split(/^## /m).slice(1)
  expect(boundaries).toHaveLength(11)
  for (const boundary of boundaries) {
    const [name] = boundary.split('\n')
    const rows = [...boundary.matchAll(/^\| ([STRIDE]) \| (.+) \| (.+) \| (.+) \|$/gm)]
    expect(new Set(rows.map(([, kind]) => kind)), name).toEqual(new Set('STRIDE'))
    for (const [row, , , guard = '', proof = ''] of rows) {
      const tests = [...proof.matchAll(/`([\w-]+\.test\.ts)` “([^”]+)”/g)]
      expect(tests.length > 0 || /^accepted: .{30}/.test(proof), row).toBe(true)
      expect(tests.filter(([, file = '', words = '']) => !hasTest(file, words)).map(([one]) => one)).toEqual([])
      expect(guard.length, row).toBeGreaterThan(2)
    }
  }
})

test('every source that seals, signs or proves with a key stands in the inventory of keys', () => {
  const inventory = readFileSync(join(root, 'docs/security/keys.md'), 'utf8')
  const uses =
    /\bcreate(?:Cipheriv|Decipheriv|Hmac|Sign|Verify|PrivateKey|PublicKey|ECDH)\(|generateKeyPair|hkdfSync|subtle\.|@node-rs\/argon2'/
  const sources = files.filter(
    (file) => file.startsWith('src/') && !file.includes('/testing/') && /(?<!\.test)\.tsx?$/.test(file),
  )
  const using = sources.filter((file) => uses.test(readFileSync(join(root, file), 'utf8')))
  expect(using.length).toBeGreaterThan(12)
  expect(using.filter((file) => !inventory.includes(`\`${basename(file)}\``))).toEqual([])
})

/** Whether a file of that name has these words in it. */
function hasTest(file: string, words: string): boolean {
  return files.some((path) => path.endsWith(`/${file}`) && readFileSync(join(root, path), 'utf8').includes(words))
}
