import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeTestDirectory, removeTestDirectory } from '#kernel/testing/directory.ts'
import { runBounded } from './bounded-process.ts'

let place: string
beforeAll(() => void (place = makeTestDirectory('bounded')))
afterAll(() => removeTestDirectory(place))

/** What a program of these lines answers, which may write 1 MiB. */
async function run(lines: string, maxTime = 5000) {
  const program = join(place, 'program.mjs')
  writeFileSync(
    program,
    `import { openSync, readFileSync, writeFileSync } from 'node:fs'\nconsole.log('{}')\n${lines}\nconsole.log(JSON.stringify(answer))`,
  )
  const ended = await runBounded({
    settings: [],
    program,
    args: [place],
    maxWritten: 1024 * 1024,
    limits: { maxTime, maxMemory: 256 * 1024 * 1024 },
  })
  return 'answer' in ended ? (JSON.parse(ended.answer) as unknown) : ended
}

test('the kernel holds it to its time, to what it may write and to few open files', async () => {
  const limits = (await run(`const answer = readFileSync('/proc/self/limits', 'utf8')`)) as string
  const limitOf = (name: string) =>
    limits
      .split('\n')
      .find((line) => line.startsWith(name))
      ?.split(/\s{2,}/)[1]
  expect(limitOf('Max cpu time')).toBe('7')
  expect(limitOf('Max file size')).toBe(String((2048 + 128) * 512))
  expect(limitOf('Max open files')).toBe('64')
  expect(limitOf('Max core file size')).toBe('0')
})

test('it writes no more than it may, and opens no more', async () => {
  const tries = (line: string) => `let answer = 'done'; try { ${line} } catch (error) { answer = error.code }`
  expect(await run(tries(`writeFileSync(process.argv[2] + '/large', Buffer.alloc(4_000_000))`))).toBe('EFBIG')
  expect(await run(tries(`for (let one = 0; one < 100; one += 1) openSync(process.argv[1])`))).toBe('EMFILE')
})

test('it sees nothing of our environment', async () => {
  expect(await run(`const answer = Object.keys(process.env).filter((name) => name !== 'PWD')`)).toEqual([])
})

test('it is killed when it takes too long', async () => {
  expect(await run(`while (true);\nconst answer = 0`, 300)).toMatchObject({ breach: 'tooSlow' })
})
