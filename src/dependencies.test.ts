import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { faultNames } from '../faults/settings.ts'

/** What is written about everything outside stays true of the source: its words, its alarms and its tests are there. */

const root = join(import.meta.dirname, '..')
const document = readFileSync(join(root, 'docs', 'operate', 'dependencies.md'), 'utf8')
const source = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' })
  .filter((file) => /\.tsx?$/.test(file) && !file.endsWith('.test.ts'))
  .map((file) => readFileSync(join(root, 'src', file), 'utf8'))
  .join('\n')

const sections = document
  .split(/^## /m)
  .slice(1)
  .map((text) => {
    const rows = text.split('\n').filter((line) => /^\| \w/.test(line))
    return {
      name: text.split('\n')[0] as string,
      rows: rows.map((row) => row.split(' | ').map((cell) => cell.replace(/^\| | \|$/g, ''))),
    }
  })

test.each(sections)('$name: down, slow and lying have behaviour, message, alarm, recovery and a test', ({ rows }) => {
  const ways = ['down', 'slow', 'lying']
  // There may be more of them.
  expect(rows.map(([how]) => how!).filter((how) => ways.includes(how))).toEqual(ways)
  for (const row of rows) {
    expect(row.map((cell) => cell.length > 2)).toEqual(Array(6).fill(true))
    expect(row[5]).toMatch(/\.test\.ts\)|npm run faults/)
  }
})

test('every word that is shown, and every line of the log that is named, is in the source', () => {
  const shown = [...document.matchAll(/«([^»…]+)»/g)].map(([, words]) => words!)
  const logged = [...document.matchAll(/log line `([^`]+)`|`(audit\.\w+)`/g)].map(([, line, alarm]) => (line ?? alarm)!)
  expect(shown.length).toBeGreaterThan(20)
  expect([...shown, ...logged].filter((words) => !source.includes(words))).toEqual([])
})

test('every fault that is named is one of the suite', () => {
  const named = [...document.matchAll(/`npm run faults ([\w-]+)`/g)].map(([, name]) => name!)
  expect(named.length).toBeGreaterThan(5)
  expect(named.filter((name) => !faultNames.includes(name))).toEqual([])
})
