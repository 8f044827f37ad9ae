import type { Words } from '#values/words.ts'

/** Why a file was not taken, and what to do about it. */
export const refusals = {
  typeNotAllowed: {
    vi: 'Loại tệp này không nhận. Hãy gửi PDF, ảnh JPEG, PNG, WebP, hoặc văn bản DOCX, XLSX, ODT, ODS.',
    en: 'This type of file is not taken. Send PDF, a JPEG, PNG or WebP image, or DOCX, XLSX, ODT, ODS.',
  },
  oldOffice: {
    vi: 'Tệp Office kiểu cũ hoặc có mật khẩu không nhận. Hãy mở tệp rồi lưu lại thành DOCX, XLSX hoặc PDF, không đặt mật khẩu.',
    en: 'Old Office files and those with a password are not taken. Open it and save it as DOCX, XLSX or PDF, without a password.',
  },
  locked: {
    vi: 'Tệp PDF có mật khẩu hoặc khóa sao chép, in nên không nhận. Hãy mở tệp, in ra PDF rồi gửi bản PDF đó.',
    en: 'PDFs with a password or a lock on copying or printing are not taken. Open it, print it to PDF and send that PDF.',
  },
  nameMismatch: {
    vi: 'Đuôi tên tệp không đúng với nội dung. Hãy mở tệp, lưu lại đúng loại rồi gửi.',
    en: 'The ending of the name does not fit the content. Open the file, save it as what it is, and send it again.',
  },
  damaged: {
    vi: 'Tệp bị hỏng hoặc thiếu phần cuối. Hãy quét hoặc lưu lại tệp rồi gửi.',
    en: 'The file is damaged or its end is missing. Scan or save it again, then send it.',
  },
  wrongChecksum: {
    vi: 'Tệp nhận được không giống tệp đã gửi. Hãy gửi lại.',
    en: 'What came is not what was sent. Please send it again.',
  },
  twoFormats: {
    vi: 'Tệp có phần của một loại tệp khác ở trong. Hãy lưu lại tệp rồi gửi.',
    en: 'The file holds parts of another kind of file. Save it again, then send it.',
  },
  activeContent: {
    vi: 'Tệp có mã chạy, tệp đính kèm hoặc liên kết tự mở ở trong. Hãy in tệp ra PDF rồi gửi bản PDF đó.',
    en: 'The file holds scripts, attachments or links that open by themselves. Print it to PDF and send that PDF.',
  },
  macros: {
    vi: 'Tệp có macro. Hãy lưu lại thành tệp không có macro (DOCX, XLSX) hoặc PDF.',
    en: 'The file holds macros. Save it without macros (DOCX, XLSX) or as PDF.',
  },
  unsafeArchive: {
    vi: 'Cấu trúc bên trong tệp không an toàn. Hãy mở tệp rồi lưu lại.',
    en: 'The inside of the file is not safe. Open it and save it again.',
  },
  tooLargeInside: {
    vi: 'Nội dung bên trong tệp quá lớn. Hãy chia nhỏ tệp hoặc giảm độ phân giải.',
    en: 'What is packed into the file is too large. Split it or lower the resolution.',
  },
  tooManyPixels: {
    vi: 'Ảnh quá lớn (hơn 50 triệu điểm ảnh). Hãy giảm kích thước ảnh.',
    en: 'The image is too large (over 50 million pixels). Make it smaller.',
  },
  tooSlow: {
    vi: 'Kiểm tra tệp quá lâu nên đã dừng. Hãy lưu lại tệp ở dạng đơn giản hơn.',
    en: 'Checking the file took too long and was stopped. Save it in a simpler form.',
  },
  malware: {
    vi: 'Tệp có mã độc nên không nhận. Hãy quét virus trên máy của ông/bà, rồi gửi một bản sạch.',
    en: 'The file holds malware and was not taken. Scan your device for viruses, then send a clean copy.',
  },
} as const satisfies Record<string, Words>

export type RefusalCode = keyof typeof refusals
