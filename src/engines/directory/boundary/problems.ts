import type { ProblemKind } from '#values/errors.ts'

export const boundaryProblems = {
  unreadableBoundaries: {
    status: 422,
    message: {
      vi: 'Không đọc được tệp ranh giới. Cần tệp GeoJSON (RFC 7946), mã hóa UTF-8.',
      en: 'The file of boundaries cannot be read. It has to be GeoJSON (RFC 7946) in UTF-8.',
    },
  },
  boundariesChanged: {
    status: 409,
    message: {
      vi: 'Địa bàn hoặc ranh giới vừa thay đổi so với lúc xem trước. Hãy xem lại rồi bấm Thực hiện lần nữa.',
      en: 'Areas or boundaries have changed since the preview. Look again, then carry it out.',
    },
  },
  noNewBoundary: {
    status: 422,
    message: {
      vi: 'Không có ranh giới nào để ghi: tất cả đã có trong sổ hoặc đang cách ly.',
      en: 'There is no boundary to write: all are in the directory already, or set aside.',
    },
  },
  boundariesInUse: {
    status: 409,
    message: {
      vi: 'Không hoàn tác được: một đợt sắp xếp đã ghép ranh giới từ đây. Hoàn tác đợt đó trước.',
      en: 'A reorganisation has put boundaries together of these. Take that back first.',
    },
  },
} as const satisfies Record<string, ProblemKind>
