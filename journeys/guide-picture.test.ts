import { globSync, readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { guides } from './guide-picture.ts'

const named = (files: readonly string[], pattern: RegExp): string[] =>
  files.flatMap((file) => [...readFileSync(file, 'utf8').matchAll(pattern)].map(([, name]) => name ?? '')).sort()

test('the pictures of the guides are those that journeys draw, each in one place, and none lies about', () => {
  const shown = named(globSync(join(guides, '*.md')), /\(hinh\/([\w-]+)\.webp\)/g)
  const drawn = named(
    globSync(join(import.meta.dirname, '**/{*.test,screens}.ts')),
    /(?:showGuides\(|guide: )'([\w-]+)'/g,
  )
  expect(drawn).toEqual(shown)
  expect(
    readdirSync(join(guides, 'hinh'))
      .map((file) => file.replace(/\.webp$/, ''))
      .sort(),
  ).toEqual(shown)
})

test.each(readdirSync(join(guides, 'hinh')))('%s is as wide as a page of the guides', (file) => {
  const bytes = readFileSync(join(guides, 'hinh', file))
  expect(bytes.toString('latin1', 8, 16)).toBe('WEBPVP8X')
  expect(bytes.readUIntLE(24, 3) + 1).toBe(1000)
})
