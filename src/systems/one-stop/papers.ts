import type { Paper } from '#engines/forms/declare.ts'

// Papers that many procedures ask alike.

/** Proof of who files; not needed from an account that was verified (NĐ 45/2020/NĐ-CP). */
export const identityPaper: Paper = {
  id: 'identity',
  name: { vi: 'Chứng minh nhân dân hoặc căn cước công dân', en: 'Identity card' },
  hint: {
    vi: 'Ảnh chụp hai mặt. Không cần nếu đăng nhập bằng tài khoản đã xác minh.',
    en: 'Photos of both sides. Not needed from a verified account.',
  },
  form: 'copy',
  accept: ['image', 'pdf'],
  maxFiles: 2,
  optional: true,
}

/** Of a business that has it; whoever registers in the same filing gets it first. */
export const registrationPaper: Paper = {
  id: 'registration',
  name: { vi: 'Giấy đăng ký kinh doanh', en: 'Business registration certificate' },
  hint: { vi: 'Ảnh chụp hoặc bản quét.', en: 'A photo or scan.' },
  form: 'copy',
  accept: ['image', 'pdf'],
  when: { field: 'isRegistered', is: true },
  resultOf: ['1.001612', '2.000720', '2.001583'],
}
