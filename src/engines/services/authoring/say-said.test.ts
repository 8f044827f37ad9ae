import { expect, it } from 'vitest'
import type { Json } from '#values/layers.ts'
import { chessClub } from '../samples.ts'
import { saySaid } from './say-said.ts'

const club = chessClub() as unknown as Json
const large = { field: 'answers.isLarge', is: true }

it.each<[string, Json, string]>([
  ['timeLimits.0.when', large, 'Có rộng không là Có'],
  [
    'timeLimits.0.when',
    {
      all: [
        large,
        {
          any: [
            { field: 'channel', is: 'online' },
            { field: 'answers.name', given: false },
          ],
        },
      ],
    },
    'Có rộng không là Có và (Kênh nộp là Trực tuyến hoặc Tên không trả lời)',
  ],
  ['timeLimits.0.when', { not: { any: [large] } }, 'không phải (Có rộng không là Có)'],
  ['timeLimits.0.unit', 'calendar-day', 'ngày'],
  ['papers.0.name', { vi: 'Sơ đồ', en: 'Plan' }, 'Sơ đồ'],
  [
    'process.steps.look.next',
    { when: [{ if: large, to: ['sign', 'look'] }], otherwise: 'sign' },
    'Có rộng không là Có thì sang Ký duyệt + Thẩm định hồ sơ; còn lại sang Ký duyệt',
  ],
])('%s that says %j is said as people read it', (path, said, words) => {
  expect(saySaid(club, path, said)).toBe(words)
})

it('says of an element only what the other version says otherwise', () => {
  const ours = { amount: 4, unit: 'working-day', when: large }
  expect(saySaid(club, 'timeLimits.0', ours, { ...ours, amount: 3 })).toBe('Bao lâu: 4')
})
