import type { Words } from '#values/words.ts'
import type { Look } from '#ui/map/ShapeMap.tsx'

/** Words that stand on several pages about boundaries. */
export const boundaryWords = {
  title: { vi: 'Ranh giới địa bàn', en: 'Boundaries of areas' },
  area: { vi: 'Địa bàn', en: 'Area' },
  size: { vi: 'Diện tích', en: 'Size' },
  source: { vi: 'Nguồn', en: 'Source' },
  licence: { vi: 'Giấy phép', en: 'Licence' },
  from: { vi: 'Áp dụng từ ngày', en: 'Holds from' },
  joined: { vi: 'ghép từ các địa bàn nhập vào', en: 'put together of the merged areas' },
  unknown: { vi: 'Chưa có ranh giới', en: 'No boundary yet' },
  skip: { vi: 'Bỏ qua bản đồ', en: 'Skip the map' },
} as const satisfies Record<string, Words>

/** What stands out on a map, in words. */
export const lookWords = {
  plain: { vi: 'giữ nguyên', en: 'as it was' },
  added: { vi: 'mới', en: 'new' },
  changed: { vi: 'thay đổi', en: 'changed' },
  divided: { vi: 'bị chia', en: 'divided' },
  ended: { vi: 'nhập vào nơi khác', en: 'goes into another' },
  chosen: { vi: 'đang xem', en: 'shown' },
  faint: { vi: 'xung quanh', en: 'around it' },
} as const satisfies Record<Look, Words>
