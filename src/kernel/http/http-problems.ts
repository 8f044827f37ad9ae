import type { ProblemKind } from '#values/errors.ts'

/** What a request may be refused for before any operation sees it. */
export const httpProblems = {
  malformedJson: {
    status: 400,
    message: { vi: 'Nội dung gửi lên không phải JSON đúng quy cách.', en: 'The body is not well-formed JSON.' },
  },
  foreignOrigin: {
    status: 403,
    message: {
      vi: 'Yêu cầu này đến từ trang khác nên không được nhận.',
      en: 'This came from a page of another site and is not taken.',
    },
  },
  foreignForm: {
    status: 403,
    message: {
      vi: 'Trang này mở đã lâu hoặc mở ở nơi khác nên chưa gửi được. Xin tải lại trang rồi gửi lại.',
      en: 'This page was opened long ago or elsewhere and could not be sent. Load it again, then send it.',
    },
  },
  methodNotAllowed: {
    status: 405,
    message: { vi: 'Địa chỉ này không nhận phương thức đó.', en: 'This address does not take that method.' },
  },
  tooLarge: {
    status: 413,
    message: { vi: 'Gửi quá nhiều dữ liệu trong một lần.', en: 'Too much data at once.' },
  },
  wrongMediaType: {
    status: 415,
    message: {
      vi: 'Chỉ nhận nội dung kiểu application/json, mã UTF-8.',
      en: 'Only bodies of type application/json in UTF-8 are taken.',
    },
  },
  unknownHost: {
    status: 421,
    message: { vi: 'Máy chủ này không phục vụ địa chỉ đó.', en: 'This server does not answer under that address.' },
  },
} as const satisfies Record<string, ProblemKind>
