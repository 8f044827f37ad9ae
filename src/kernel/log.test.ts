import { expect, test } from 'vitest'
import { createLog, loggable } from './log.ts'

/** The line that comes of an entry. */
function lineOf(entry: object): string {
  let line = ''
  createLog('info', { write: (text) => void (line += text) }).info(entry, 'said')
  return line
}

test('what PostgreSQL quotes of a row is not written, what it says of the failure is', () => {
  const error = Object.assign(new Error('violates check constraint "person_born"'), {
    code: '23514',
    constraint: 'person_born',
    detail: 'Failing row contains (024168009123, Thân Thị Bích Phượng).',
    where: "unnamed portal parameter $1 = '024168009123'",
  })
  const line = lineOf({ err: error })
  expect(line).toContain('person_born')
  expect(line).not.toMatch(/024168009123|Phượng/)
})

test('a number of a person that PostgreSQL repeats in its words is not written, neither there nor in the trace', () => {
  const line = lineOf({ err: new Error('invalid input syntax for type uuid: "024168009123"') })
  expect(line).toContain('invalid input syntax')
  expect(line).not.toContain('024168009123')
})

test('secrets and identity numbers are not written, nor numbers of people in a path', () => {
  const line = lineOf({
    password: 'mở cửa',
    token: 'abc',
    given: { personalId: '024168009123', cookie: 'session=abc' },
  })
  expect(line).not.toMatch(/mở cửa|abc|024168009123/)
  expect(loggable('/api/services/reception/applicants/024168009123')).toBe('/api/services/reception/applicants/…')
})

test('text that would begin a line of its own stays within its line', () => {
  const line = lineOf({ purpose: 'a\n{"level":30,"msg":"forged"}\r\u001b[31m' })
  expect(line.trimEnd().split('\n')).toHaveLength(1)
  expect(line).not.toContain('\u001b')
})
