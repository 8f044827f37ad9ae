import type { ProblemKind } from '#values/errors.ts'

export const paymentsProblems = {
  onlineOff: {
    status: 409,
    message: {
      vi: 'Khoản này chưa trả qua mạng được. Xin trả tại quầy một cửa.',
      en: 'This cannot be paid online yet. Please pay at the counter.',
    },
  },
  periodTooLong: {
    status: 422,
    message: {
      vi: 'Kỳ này có quá nhiều biên lai đã hủy để in một lần. Chọn kỳ ngắn hơn.',
      en: 'Too many receipts were voided in this period to print at once. Choose a shorter one.',
    },
  },
  notDue: {
    status: 409,
    message: { vi: 'Khoản này đã trả, hoặc không phải trả nữa.', en: 'This is paid, or owed no more.' },
  },
  paymentUnderWay: {
    status: 409,
    message: {
      vi: 'Người nộp đang trả khoản này qua mạng. Chờ có kết quả, đừng thu lần nữa.',
      en: 'The applicant is paying this online. Wait for the outcome, do not take it twice.',
    },
  },
  moneyThere: {
    status: 409,
    message: {
      vi: 'Tiền đã vào quỹ hoặc tài khoản, nên biên lai này không hủy như thu nhầm được. Thay biên lai khác, hoặc hoàn trả bằng quyết định.',
      en: 'The money is there, so this was not taken by mistake. Replace the receipt, or return the money by a decision.',
    },
  },
  tooMuchBack: {
    status: 422,
    message: { vi: 'Số hoàn trả lớn hơn số đã thu.', en: 'That is more than was paid.' },
  },
  decidedAlready: {
    status: 409,
    message: {
      vi: 'Quyết định số này đã ghi cho biên lai này rồi. Xem mục Phải hoàn trả.',
      en: 'A refund by this decision is written down for this receipt already.',
    },
  },
  differenceUnsaid: {
    status: 422,
    message: {
      vi: 'Tiền đếm được khác số đã thu. Ghi lý do chênh lệch rồi chốt.',
      en: 'The cash counted is not what was taken. Say why, then close.',
    },
  },
  ownClosing: {
    status: 409,
    message: {
      vi: 'Người khác ký nhận sổ quỹ này, không phải người đã chốt.',
      en: 'Somebody else signs this closing off, not whoever closed it.',
    },
  },
  statementUnread: {
    status: 422,
    message: {
      vi: 'Không đọc được sao kê. Cần các cột MaThamChieu, MaGiaoDich, SoTien, ThoiGianGD (yyyyMMddHHmmss).',
      en: 'The statement cannot be read. It needs the columns MaThamChieu, MaGiaoDich, SoTien, ThoiGianGD (yyyyMMddHHmmss).',
    },
  },
  askedJustNow: {
    status: 429,
    message: {
      vi: 'Vừa hỏi ngân hàng xong. Xin chờ một lát rồi hỏi lại.',
      en: 'The bank was asked just now. Please wait a moment.',
    },
  },
} as const satisfies Record<string, ProblemKind>
