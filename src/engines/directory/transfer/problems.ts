import type { ProblemKind } from '#values/errors.ts'

export const transferProblems = {
  transferNothing: {
    status: 422,
    message: {
      vi: 'Quyết định này chưa đổi gì: chọn vị trí thôi giữ, vị trí nhận, hoặc thôi việc.',
      en: 'This changes nothing: choose a post that ends, one that begins, or that they leave.',
    },
  },
  transferPast: {
    status: 422,
    message: {
      vi: 'Ngày hiệu lực đã qua. Chọn hôm nay hoặc ngày sau.',
      en: 'The effective day is over. Choose today or later.',
    },
  },
  transferBeforeDecision: {
    status: 422,
    message: {
      vi: 'Ngày quyết định sau ngày hiệu lực. Xem lại hai ngày.',
      en: 'It would be in force before it is decided. Check both days.',
    },
  },
  transferPending: {
    status: 409,
    message: {
      vi: 'Người này đã có quyết định chưa đến ngày hiệu lực. Bỏ hẹn quyết định ấy trước.',
      en: 'A decision about this person is not in force yet. Cancel that one first.',
    },
  },
  transferNotHeld: {
    status: 422,
    message: {
      vi: 'Đến ngày hiệu lực, người này không giữ (các) vị trí được chọn thôi giữ.',
      en: 'By the effective day they do not hold a post that is to end.',
    },
  },
  transferHeadless: {
    status: 422,
    message: {
      vi: 'Còn việc đang mở mà trong cơ quan không còn ai nhận. Bố trí người phụ trách trước.',
      en: 'Open work would be left to nobody in the agency. Appoint somebody to lead first.',
    },
  },
  transferOver: {
    status: 409,
    message: {
      vi: 'Quyết định đã có hiệu lực, không bỏ hẹn được nữa. Muốn đổi lại cần quyết định mới.',
      en: 'It is in force and can no longer be cancelled. A new decision is needed.',
    },
  },
} as const satisfies Record<string, ProblemKind>
