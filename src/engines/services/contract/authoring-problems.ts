import type { ProblemKind } from '#values/errors.ts'

export const authoringProblems = {
  draftChanged: {
    status: 409,
    message: {
      vi: 'Người khác vừa sửa bản này, hoặc bạn đang mở nó ở cửa sổ khác. Tải lại trang rồi sửa tiếp; chữ vừa gõ ở đây chép ra trước.',
      en: 'Somebody else has just changed this draft, or it is open in another window. Reload and go on; copy what you typed first.',
    },
  },
  draftClosed: {
    status: 409,
    message: { vi: 'Bản này không còn đang soạn.', en: 'This draft is no longer being written.' },
  },
  draftOpen: {
    status: 409,
    message: {
      vi: 'Thủ tục này đang có một bản soạn dở. Mở bản đó sửa tiếp, hoặc bỏ nó trước.',
      en: 'A draft of this procedure is open already. Go on with that one, or discard it first.',
    },
  },
  codeTaken: {
    status: 409,
    message: {
      vi: 'Mã này đã là của một thủ tục. Sửa thủ tục ấy, hoặc chọn mã khác.',
      en: 'This code belongs to a procedure already. Change that one, or choose another code.',
    },
  },
  notThere: {
    status: 422,
    message: {
      vi: 'Chỗ cần sửa không còn trong bản này. Tải lại trang.',
      en: 'What was to be changed is no longer there. Reload.',
    },
  },
  draftTooLarge: {
    status: 422,
    message: { vi: 'Bản này dài quá mức hệ thống nhận.', en: 'This draft is longer than the platform takes.' },
  },
  notReady: {
    status: 422,
    message: { vi: 'Bản này còn lỗi, chưa gửi duyệt được.', en: 'This draft still has errors.' },
  },
  dayPast: {
    status: 422,
    message: {
      vi: 'Ngày áp dụng phải từ hôm nay trở đi.',
      en: 'It comes into force today at the earliest.',
    },
  },
  ownDraft: {
    status: 409,
    message: {
      vi: 'Bạn đã viết hoặc gửi bản này nên người khác duyệt.',
      en: 'You wrote or submitted some of this, so somebody else approves it.',
    },
  },
  otherOwner: {
    status: 422,
    message: {
      vi: 'Cơ quan giải quyết không thuộc phạm vi của bạn. Đổi lại cơ quan giải quyết ở phần Mô tả.',
      en: 'The agency that decides is not in your reach. Change it back.',
    },
  },
} as const satisfies Record<string, ProblemKind>
