import { existsSync, readdirSync, rmSync } from 'node:fs'
import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { makeTestDirectory, removeTestDirectory } from '#kernel/testing/directory.ts'
import { plainCopyOf } from './plain-program.ts'

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

test('it is made again where somebody cleared what was kept', () => {
  // Not where everyone keeps it: who was just about to run it there would find nothing.
  const place = makeTestDirectory('program')
  try {
    const copy = plainCopyOf(program, place)
    rmSync(dirname(copy), { recursive: true })
    expect(plainCopyOf(program, place)).toBe(copy)
    expect(existsSync(copy)).toBe(true)
  } finally {
    removeTestDirectory(place)
  }
})

test('where nothing may be kept, here below a file, the program itself is run', () => {
  expect(plainCopyOf(program, program)).toBe(program)
  expect(plainCopyOf(program)).not.toBe(program)
})
