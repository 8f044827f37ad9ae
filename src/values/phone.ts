import { z } from 'zod'

/** A Vietnamese telephone number as people write it: ten digits from 03 to 09, or ten or eleven of a land line (02). */
export const Phone = z.string().regex(/^(0[2-9]\d{8}|02\d{9})$/, {
  error:
    'Số điện thoại có 10 chữ số, bắt đầu bằng 03, 05, 07, 08, 09, hoặc 02 nếu là máy bàn · 10 digits, beginning with 03, 05, 07, 08, 09, or 02 for a land line',
})
