import type { ProblemKind } from '#values/errors.ts'

/** What may be wrong with a file or the way it is sent. */
export const filesProblems = {
  fileNotReady: {
    status: 422,
    message: {
      vi: 'Tệp chưa được kiểm tra xong. Xin chờ một lát.',
      en: 'The file is still being checked. Please wait a moment.',
    },
  },
  fileRefused: { status: 422, message: { vi: 'Tệp không được nhận.', en: 'The file was not taken.' } },
  scanWaits: {
    status: 503,
    message: {
      vi: 'Tệp đã tới đủ và đang chờ quét mã độc. Hệ thống tự làm tiếp, không phải gửi lại.',
      en: 'The file came whole and waits for the virus scan. It goes on by itself; do not send it again.',
    },
  },
  fileBlocked: {
    status: 403,
    message: { vi: 'Tệp này có mã độc, đã chặn.', en: 'This file holds malware and is blocked.' },
  },
  fileGone: {
    status: 409,
    message: {
      vi: 'Có tệp không còn trên máy chủ. Hãy tải lại tệp đó.',
      en: 'A file is no longer on the server. Upload it again.',
    },
  },
  noPreview: {
    status: 415,
    message: {
      vi: 'Loại tệp này không xem trước được. Hãy tải về.',
      en: 'This type of file has no preview. Download it.',
    },
  },
  uploadTooLarge: {
    status: 413,
    message: {
      vi: 'Tệp quá lớn. Hãy giảm dung lượng hoặc chia nhỏ tệp.',
      en: 'The file is too large. Make it smaller or split it.',
    },
  },
  tooManyUploads: {
    status: 429,
    message: {
      vi: 'Đã gửi quá nhiều tệp chưa dùng đến. Hãy nộp hồ sơ hoặc chờ một giờ rồi gửi tiếp.',
      en: 'Too many files are waiting to be used. File the application, or wait an hour.',
    },
  },
  uploadExpired: {
    status: 410,
    message: {
      vi: 'Lần gửi này đã quá 24 giờ. Hãy gửi lại từ đầu.',
      en: 'This upload is older than 24 hours. Start it again.',
    },
  },
  uploadOffset: {
    status: 409,
    message: { vi: 'Phần gửi không nối tiếp phần đã nhận.', en: 'This part does not follow what has come.' },
  },
  uploadBroken: {
    status: 409,
    message: {
      vi: 'Đường truyền bị ngắt. Phần đã nhận vẫn còn, xin gửi tiếp.',
      en: 'The line broke. What came is kept; please go on.',
    },
  },
  uploadRequest: {
    status: 400,
    message: { vi: 'Yêu cầu gửi tệp không đúng.', en: 'The upload request is not right.' },
  },
  uploadMediaType: {
    status: 415,
    message: {
      vi: 'Phần của tệp phải gửi với kiểu application/offset+octet-stream.',
      en: 'Parts of a file are sent as application/offset+octet-stream.',
    },
  },
  uploadVersion: { status: 412, message: { vi: 'Chỉ hỗ trợ tus 1.0.0.', en: 'Only tus 1.0.0 is supported.' } },
  wrongChecksum: {
    status: 460,
    message: {
      vi: 'Phần nhận được không giống phần đã gửi. Xin gửi lại phần này.',
      en: 'This part is not what was sent. Please send it again.',
    },
  },
  keepsWhole: {
    status: 422,
    message: {
      vi: 'Có tệp PDF mang chữ ký số, ô đã điền hoặc ghi chú; gộp trang sẽ làm mất. Hãy để nguyên tệp đó, chỉ gộp các trang khác.',
      en: 'A PDF bears a signature, filled fields or notes, which joining would lose. Leave it whole and join the other pages.',
    },
  },
  unreadablePage: {
    status: 422,
    message: {
      vi: 'Có trang không mở được để gộp. Hãy quét lại trang đó rồi gộp.',
      en: 'A page cannot be opened to be joined. Scan it again, then join.',
    },
  },
  badReturn: { status: 422, message: { vi: 'Không biết quay về trang nào.', en: 'There is no page to go back to.' } },
} as const satisfies Record<string, ProblemKind>
