import { expect, it } from 'vitest'
import { hasPersonalData, withoutPersonalData } from './personal-data.ts'

const named = { fullName: 'Thân Thị Bích Phượng' }

it.each([
  ['Tôi là Thân Thị Bích Phượng, hỏi việc này.', 'Tôi là […], hỏi việc này.'],
  ['toi la THAN THI BICH PHUONG', 'toi la […]'],
  ['Gọi 0979 000 218 hoặc 0979.000.218', 'Gọi […] hoặc […]'],
  ['Cảm ơn 😀 Thân Thị Bích Phượng 👍🏽', 'Cảm ơn 😀 […] 👍🏽'],
  ['Tôi: Thân  Thị\nBích\u00a0Phượng ạ', 'Tôi: […] ạ'],
  ['Thân Thị Bích Phượng'.normalize('NFD') + ' ở đây', '[…] ở đây'],
  ['Tôi ﬁ ß Thân Thị Bích Phượng', 'Tôi ﬁ ß […]'],
  ['Gọi (0979) 000–218 hoặc 0979\u00a0000\u00a0218', 'Gọi ([…] hoặc […]'],
  ['Số thẻ 024168009123, thư bich.phuong@example.vn', 'Số thẻ […], thư […]'],
])('takes the name, numbers and addresses out of “%s”', (said, shown) => {
  expect(withoutPersonalData(said, named)).toBe(shown)
  expect(hasPersonalData(said, named)).toBe(true)
  expect(hasPersonalData(shown, named)).toBe(false)
})

it.each([
  'Nộp 2 bản sao, hạn 15 ngày, ngày 24/11/2020.',
  'Nghị định 123/2015/NĐ-CP, Điều 9',
  'Bà Phượng ở quầy số 4',
  'Cảm ơn 😀',
  'Kỳ 2019 - 2020, mục 1) 2) 3)',
])('leaves “%s” as it is', (said) => expect(withoutPersonalData(said, named)).toBe(said))

it('looks for no name of one word, which may be any word', () => {
  expect(withoutPersonalData('Sông chảy qua xã', { fullName: 'Sông' })).toBe('Sông chảy qua xã')
})
