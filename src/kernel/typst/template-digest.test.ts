import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { makeTestDirectory, removeTestDirectory } from '../testing/directory.ts'
import { templateDigest } from './template-digest.ts'

const [own, base] = [makeTestDirectory('templates-own'), makeTestDirectory('templates-base')]
afterAll(() => [own, base].forEach(removeTestDirectory))

const write = (folder: string, name: string, source: string) => writeFileSync(join(folder, name), source)
const digest = () => templateDigest([own, base], 'slip.typ')

test('a template has another version when it or anything it imports changes, and the first folder wins', async () => {
  write(base, 'slip.typ', '#import "/blocks.typ": line\nGiấy')
  write(base, 'blocks.typ', '#import "/slip.typ": other\n#let line = 1')
  write(base, 'unused.typ', 'x')
  const before = await digest()
  expect(before).toMatch(/^[0-9a-f]{64}$/)
  write(base, 'unused.typ', 'y')
  expect(await digest()).toBe(before)
  write(base, 'blocks.typ', '#let line = 2')
  const changed = await digest()
  expect(changed).not.toBe(before)
  write(own, 'slip.typ', '#import "/blocks.typ": line\nGiấy của tỉnh')
  expect(await digest()).not.toBe(changed)
})

test('a template that is not there has no version', async () => {
  await expect(templateDigest([base], 'none.typ')).rejects.toThrow('no template none.typ')
})
