import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parsers, type Parser } from './testing/parsers.ts'

/**
 * Everything that reads what others wrote, one line each. Whatever comes, a reader answers or refuses in the way it declares, and
 * within a second of the processor: texts of one thing repeated thousands of times find readers that go back over it (ReDoS).
 */

/** Long texts of one thing: what a reader goes over again and again. */
const repeated = fc.constantFrom(
  '"',
  '\\"',
  "'",
  '{',
  '[',
  '(',
  '<',
  '</a>',
  '&',
  '%',
  '%2',
  '=',
  ';',
  ',',
  '. ',
  '..',
  '/',
  '-',
  '0',
  '0.',
  '1,',
  '00',
  'a',
  'A-',
  'a@',
  ' ',
  '\t',
  '\n',
  '\r\n',
  '\0',
  '\\',
  ':',
  ' a:',
  '--b',
  'đ',
  'ế',
  '\u0301',
  '\ud83d',
  'ngày ',
  'startxref ',
  '0 0 obj ',
  'PK\x01\x02',
)
const monotonous = fc
  .tuple(fc.string({ maxLength: 3 }), repeated, fc.integer({ min: 1, max: 30_000 }), fc.string({ maxLength: 3 }))
  .map(([before, unit, times, after]) => Buffer.from(before + unit.repeat(times) + after))

/** A sample of which a piece is left out, doubled or written over. */
const damaged = (samples: Parser['samples']) =>
  fc
    .tuple(
      fc.constantFrom(...samples),
      fc.array(fc.tuple(fc.nat(), fc.nat(60), fc.uint8Array({ maxLength: 12 })), { minLength: 1, maxLength: 4 }),
      fc.constantFrom('put', 'double'),
    )
    .map(([sample, pieces, how]) =>
      pieces.reduce((bytes, [place, length, more]) => {
        const at = place % (bytes.length + 1)
        const piece = how === 'double' ? bytes.subarray(at, at + length) : more
        return Buffer.concat([bytes.subarray(0, at), piece, bytes.subarray(how === 'double' ? at : at + length)])
      }, Buffer.from(sample)),
    )

const any = fc.oneof(
  fc.uint8Array({ maxLength: 300 }).map((bytes) => Buffer.from(bytes)),
  fc.string({ unit: 'binary', maxLength: 100 }).map((text) => Buffer.from(text)),
  fc.json({ maxDepth: 6 }).map((text) => Buffer.from(text)),
)

/** A second of the processor for tens of kilobytes: what is linear takes milliseconds. */
const mostMicroseconds = 1_000_000

describe('a reader answers or refuses as it declares, in little time', () => {
  test.for(parsers)('$name', { timeout: 60_000 }, async ({ samples, read, refuses }) => {
    const holdsFor = async (given: Buffer) => {
      const before = process.cpuUsage()
      try {
        await read(given)
      } catch (error) {
        if (!refuses?.(error)) throw error
      }
      const { user } = process.cpuUsage(before)
      expect(user, given.toString('latin1', 0, 60)).toBeLessThan(mostMicroseconds)
    }
    for (const sample of samples) await holdsFor(Buffer.from(sample))
    await fc.assert(fc.asyncProperty(fc.oneof(damaged(samples), any), holdsFor), { numRuns: 60, seed: 20_261_128 })
    await fc.assert(fc.asyncProperty(monotonous, holdsFor), { numRuns: 40, seed: 20_261_128 })
  })
})
