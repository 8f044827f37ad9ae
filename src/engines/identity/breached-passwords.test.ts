import { createHash } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { makeTestDirectory, removeTestDirectory } from '#kernel/testing/directory.ts'
import { openBreachedPasswords } from './breached-passwords.ts'

const directory = makeTestDirectory('breached')
afterAll(() => removeTestDirectory(directory))

const sha1 = (text: string): string => createHash('sha1').update(text).digest('hex').toUpperCase()

function listOf(passwords: readonly string[], ending: string): string {
  const lines = passwords.map((password, place) => `${sha1(password)}:${10 ** (place % 8)}`).sort()
  const path = join(directory, `${passwords.length}${ending.length}.txt`)
  writeFileSync(path, lines.join(ending) + ending)
  return path
}

describe('a list of leaked passwords', () => {
  test.each([1, 2, 3, 1000])(
    'of %i lines has each of them and nothing else, whatever ends its lines',
    async (count) => {
      const leaked = Array.from({ length: count }, (_, place) => `lộ ${place}`)
      for (const ending of ['\n', '\r\n']) {
        const list = await openBreachedPasswords(listOf(leaked, ending))
        const found = await Promise.all(leaked.map((password) => list.has(password)))
        const others = await Promise.all(leaked.map((password) => list.has(`${password}!`)))
        await list.close()
        expect([found.includes(false), others.includes(true)]).toEqual([false, false])
      }
    },
  )

  test('that is not there, or is something else, stops the start with one line', async () => {
    await expect(openBreachedPasswords(join(directory, 'none'))).rejects.toThrow(
      /^configuration: BREACHED_PASSWORDS cannot be read/,
    )
    writeFileSync(join(directory, 'words.txt'), 'password\n123456\n')
    await expect(openBreachedPasswords(join(directory, 'words.txt'))).rejects.toThrow(/must hold lines of SHA-1/)
  })
})
