import { civil } from '#values/plain-date.ts'
import type { CodeList } from '../code-lists.ts'
import { codeListsOf, communesFrom, type Lookups } from '../lookups.ts'

/** Lists of a small country for tests: two sexes, three peoples, papers that end and begin. */
const sampleLists: readonly CodeList[] = [
  {
    name: 'sex',
    title: { vi: 'Giới tính', en: 'Sex' },
    entries: [
      { code: 'male', label: { vi: 'Nam', en: 'Male' } },
      { code: 'female', label: { vi: 'Nữ', en: 'Female' } },
    ],
  },
  {
    name: 'ethnicity',
    title: { vi: 'Dân tộc', en: 'Ethnic group' },
    entries: [
      { code: '01', label: { vi: 'Kinh', en: 'Kinh' }, aliases: ['Việt'] },
      { code: '07', label: { vi: 'Nùng', en: 'Nùng' } },
      { code: '18', label: { vi: 'Sán Dìu', en: 'Sán Dìu' } },
    ],
  },
  {
    name: 'nationality',
    title: { vi: 'Quốc tịch', en: 'Nationality' },
    entries: [
      { code: 'VN', label: { vi: 'Việt Nam', en: 'Viet Nam' } },
      { code: 'LA', label: { vi: 'Lào', en: 'Laos' } },
    ],
  },
  {
    name: 'identityDocumentKind',
    title: { vi: 'Giấy tờ tùy thân', en: 'Identity documents' },
    entries: [
      { code: 'cmnd', label: { vi: 'Chứng minh nhân dân', en: 'Identity card' }, pattern: 'cmnd', to: '2025-01-01' },
      { code: 'cccd', label: { vi: 'Căn cước công dân', en: 'Citizen card' }, pattern: 'personal-id' },
      { code: 'can-cuoc', label: { vi: 'Thẻ căn cước', en: 'Card' }, pattern: 'personal-id', from: '2024-07-01' },
    ],
  },
]

const merger = civil('2025-07-01')

/** Communes of Lạng Giang before and after the merger of 2025, and two of the same name. */
export const sampleLookups: Lookups = {
  today: civil('2020-11-24'),
  codeLists: codeListsOf(...sampleLists),
  communes: communesFrom([
    { code: '07375', name: 'Xã Nghĩa Hưng', within: 'huyện Lạng Giang, tỉnh Bắc Giang', to: merger },
    { code: '07378', name: 'Xã Nghĩa Hòa', within: 'huyện Lạng Giang, tỉnh Bắc Giang', to: merger },
    { code: '07462', name: 'Xã Bảo Sơn', within: 'huyện Lục Nam, tỉnh Bắc Giang', to: merger },
    { code: '01234', name: 'Xã Bảo Sơn', within: 'huyện Khác, tỉnh Khác', to: merger },
    { code: '07375', name: 'Xã Kép', within: 'tỉnh Bắc Ninh', from: merger },
  ]),
}
