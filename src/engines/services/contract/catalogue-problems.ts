import type { ProblemKind } from '#values/errors.ts'

export const catalogueProblems = {
  noCatalogue: {
    status: 422,
    message: {
      vi: 'Không thấy bản ghi thủ tục nào. Cần tệp JSON hoặc mỗi dòng một bản ghi JSON.',
      en: 'There is no record of a procedure. It has to be JSON, or one JSON record a line.',
    },
  },
  catalogueChanged: {
    status: 409,
    message: {
      vi: 'Thủ tục hoặc bản ghi vừa thay đổi so với lúc xem. Hãy xem lại rồi quyết định.',
      en: 'The procedure or the record has changed since you looked. Look again, then decide.',
    },
  },
  catalogueNeedsMore: {
    status: 422,
    message: {
      vi: 'Chưa công bố được: bản ghi còn thiếu. Bổ sung ở phần Sửa bản ghi trước.',
      en: 'It cannot be announced yet: something is missing. Add it under Correct the record.',
    },
  },
  notNew: {
    status: 409,
    message: {
      vi: 'Mã của bản ghi này đã là của một thủ tục đang có, không thể là thủ tục mới.',
      en: 'The code of this record belongs to a procedure that is here already: it is not a new one.',
    },
  },
  nothingToAccept: {
    status: 422,
    message: { vi: 'Không có gì khác để nhận.', en: 'There is nothing to accept.' },
  },
  doesNotFitProcess: {
    status: 422,
    message: {
      vi: 'Thông tin mới không khớp quy trình đang chạy ở đây. Sửa quy trình trước, hoặc bỏ chọn mục đó.',
      en: 'The new facts do not fit the process here. Change the process first, or leave that fact out.',
    },
  },
  wrongAnnouncementDays: {
    status: 422,
    message: {
      vi: 'Ngày công khai phải từ ngày ký trở đi và không sau hôm nay.',
      en: 'It is published on or after the day of signing, and not after today.',
    },
  },
  otherAnnouncement: {
    status: 409,
    message: {
      vi: 'Quyết định này đã ghi với ngày khác. Xem lại số, ngày ký, ngày công khai, ngày hiệu lực.',
      en: 'This decision is kept with other days already. Check its number and days.',
    },
  },
  notYetInForce: {
    status: 409,
    message: {
      vi: 'Vào ngày bãi bỏ này, bản mới nhất của các thủ tục sau còn chưa bắt đầu áp dụng. Chọn ngày sau đó, hoặc bỏ các mã này.',
      en: 'On the day of this repeal the newest version of these has not begun yet. Choose a later day, or leave them out.',
    },
  },
  unknownProcedures: {
    status: 422,
    message: {
      vi: 'Không có thủ tục nào mang các mã sau. Sửa hoặc bỏ các mã này.',
      en: 'No procedure has these codes. Correct them or leave them out.',
    },
  },
} as const satisfies Record<string, ProblemKind>
