import { readdirSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { makeTestDirectory, removeTestDirectory } from '#kernel/testing/directory.ts'
import { makePdf } from '../testing/make-pdf.ts'
import { plainCopyOf } from './plain-program.ts'
import { runCheck } from './run-check.ts'

const program = fileURLToPath(new URL('./check-process.ts', import.meta.url))

test('the copy holds every program of the folder, without types, and is made once', () => {
  const copy = plainCopyOf(program)
  const programs = (of: string, ending: string) =>
    readdirSync(of, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith(ending) && !name.endsWith('.test.ts'))
      .map((name) => name.slice(0, -ending.length))
      .toSorted()
  expect(programs(dirname(copy), '.mjs')).toEqual(programs(dirname(program), '.ts'))
  expect(plainCopyOf(program)).toBe(copy)
})

test('a file is checked although somebody cleared what was kept', async () => {
  const place = makeTestDirectory('program')
  const path = join(place, 'giay-to.pdf')
  writeFileSync(path, makePdf())
  rmSync(dirname(plainCopyOf(program)), { recursive: true })
  try {
    expect(await runCheck(path, join(place, 'cleaned'), 1000)).toMatchObject({ mediaType: 'application/pdf' })
  } finally {
    removeTestDirectory(place)
  }
})

test('where nothing may be kept, here below a file, the program itself is run', () => {
  rmSync(dirname(plainCopyOf(program)), { recursive: true })
  expect(plainCopyOf(program, program)).toBe(program)
  expect(plainCopyOf(program)).not.toBe(program)
})
