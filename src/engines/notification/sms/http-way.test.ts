import { afterEach, beforeEach, expect, test } from 'vitest'
import { readConfig } from '#kernel/config.ts'
import { startBrandname, type SimulatedBrandname } from '../../../../sandbox/brandname/brandname.ts'
import { createWay } from './create-way.ts'

let brandname: SimulatedBrandname
beforeEach(async () => {
  brandname = await startBrandname(0)
})
afterEach(() => brandname.close())

const wayOf = (shape: 'json' | 'form', url = brandname.url) => {
  const { sms } = readConfig({ SMS_URL: url, SMS_FROM: 'BACGIANG', SMS_HTTP: brandname.shapes[shape] })
  return createWay(sms!, { now: () => new Date(), onReceipt: () => Promise.resolve() })
}
const part = { smsId: 'a1', phone: '84912345678', text: 'Hồ sơ đã có kết quả & "xong"', part: 1 }

test.each(['json', 'form'] as const)(
  'a message goes out as %s, signed or proven, with the text as it is',
  async (shape) => {
    expect(await wayOf(shape).handOver(part)).toEqual({ is: 'taken', centreId: 'bn-1' })
    expect(brandname.messages).toMatchObject([
      { to: '84912345678', brand: 'BACGIANG', text: part.text, reference: 'a1' },
    ])
  },
)

test.each([
  ['busy', { is: 'later', isCrowded: true }],
  ['later', { is: 'later', isCrowded: false }],
  ['refuse', { is: 'refused', error: 'code 99' }],
  ['broken', { is: 'unsure', error: 'HTTP 500' }],
  ['cut', { is: 'unsure' }],
] as const)('a provider that is %s', async (mood, answer) => {
  brandname.mood = mood
  expect(await wayOf('json').handOver(part)).toMatchObject(answer)
})

test('a wrong key loses no message, and no provider at all neither', async () => {
  expect(await wayOf('json', brandname.url.replace('khoa-ky', 'khac')).handOver(part)).toMatchObject({
    is: 'later',
    error: 'HTTP 401',
  })
  const way = wayOf('form')
  await brandname.close()
  expect(await way.handOver(part)).toMatchObject({ is: 'later', error: 'ECONNREFUSED' })
  brandname = await startBrandname(0)
})
