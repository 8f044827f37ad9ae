import type { ProblemKind } from '#values/errors.ts'

export const importProblems = {
  unreadableFile: {
    status: 422,
    message: {
      vi: 'Không đọc được tệp. Hãy lưu lại thành .xlsx, hoặc .csv mã hóa UTF-8, không đặt mật khẩu.',
      en: 'The file cannot be read. Save it as .xlsx, or as .csv in UTF-8, without a password.',
    },
  },
  fileTooBig: {
    status: 422,
    message: {
      vi: 'Tệp quá lớn. Một lần nhập nhận nhiều nhất 20.000 dòng: hãy chia thành nhiều tệp.',
      en: 'The file is too big. One import takes at most 20,000 lines: divide it.',
    },
  },
  noKnownSheet: {
    status: 422,
    message: {
      vi: 'Không thấy trang nào có dòng tiêu đề đúng. Hãy dùng tên cột như trong tệp mẫu.',
      en: 'No sheet has the right titles. Use those of the template.',
    },
  },
  importChanged: {
    status: 409,
    message: {
      vi: 'Tổ chức vừa thay đổi so với lúc xem trước. Hãy xem lại rồi bấm Thực hiện lần nữa.',
      en: 'The organisation has changed since the preview. Look again, then carry it out.',
    },
  },
  nothingToImport: {
    status: 422,
    message: {
      vi: 'Không có dòng nào để thực hiện: tất cả đã đúng như trong sổ hoặc đang cách ly.',
      en: 'There is nothing to carry out: every line is as in the directory already, or set aside.',
    },
  },
  importInUse: {
    status: 409,
    message: {
      vi: 'Không hoàn tác được nữa: đã có việc dựa vào những gì nhập vào.',
      en: 'It can no longer be taken back: something depends on what it brought in.',
    },
  },
} as const satisfies Record<string, ProblemKind>
