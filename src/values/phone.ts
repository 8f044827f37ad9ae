import { z } from 'zod'

/** A Vietnamese telephone number as people write it: ten digits, the first a zero. */
export const Phone = z
  .string()
  .regex(/^0\d{9}$/, { error: 'Số điện thoại có 10 chữ số, bắt đầu bằng 0 · 10 digits, starting with 0' })
