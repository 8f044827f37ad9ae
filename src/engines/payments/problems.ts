import type { ProblemKind } from '#values/errors.ts'

export const paymentsProblems = {
  onlineOff: {
    status: 409,
    message: {
      vi: 'Khoản này chưa trả qua mạng được. Xin trả tại quầy một cửa.',
      en: 'This cannot be paid online yet. Please pay at the counter.',
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
  askedJustNow: {
    status: 429,
    message: {
      vi: 'Vừa hỏi ngân hàng xong. Xin chờ một lát rồi hỏi lại.',
      en: 'The bank was asked just now. Please wait a moment.',
    },
  },
} as const satisfies Record<string, ProblemKind>
