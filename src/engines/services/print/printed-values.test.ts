import { expect, test } from 'vitest'
import { Line, Moment, Passage } from './printed-values.ts'

test('a line is one line: composed, single spaces, without control and direction characters', () => {
  expect(Line.parse('  Nguye\u0302\u0303n\u00a0 Thi\u0323\n\u202eÁnh\u0000 ')).toBe('Nguyễn Thị Ánh')
  expect(Line.safeParse(' \u200b\n').success).toBe(false)
})

test('a passage keeps its line ends and loses empty lines', () => {
  expect(Passage.parse('một \r\n\r\n hai\nba')).toBe('một\nhai\nba')
})

test('a run without spaces gets places to break, and nothing else does', () => {
  expect(
    Line.parse('x'.repeat(100))
      .split('\u200b')
      .map((part) => part.length),
  ).toEqual([40, 40, 20])
  expect(Line.parse('congtangtonnu.baokhanhvan@example.com.vn')).not.toContain('\u200b')
})

test('a moment prints as the civil time of Viet Nam, over midnight too', () => {
  expect(Moment.parse('2020-11-24T02:36:41Z')).toBe('2020-11-24T09:36:41')
  expect(Moment.parse(new Date('2020-12-31T17:00:05.900Z'))).toBe('2021-01-01T00:00:05')
  expect(Moment.safeParse('2020-11-24').success).toBe(false)
})
