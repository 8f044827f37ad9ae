import type { Words } from '#values/words.ts'

// Names of steps that many processes have.

export const headReviews: Words = { vi: 'Trưởng phòng kiểm tra', en: 'Head of division reviews' }
export const askElsewhere: Words = { vi: 'Gửi nơi từng cư trú xác minh', en: 'Ask the former residence to verify' }
export const answerElsewhere: Words = { vi: 'Nơi từng cư trú xác minh, trả lời', en: 'The former residence verifies' }
export const waitElsewhere: Words = { vi: 'Chờ trả lời từ ngoài tỉnh', en: 'Wait for the answer from outside' }
export const concludeElsewhere: Words = { vi: 'Kết luận việc xác minh', en: 'Conclude the verification' }
export const inspectSite: Words = {
  vi: 'Đoàn kiểm tra đến cơ sở, lập biên bản',
  en: 'The team inspects the premises and writes minutes',
}
export const officeReviews: Words = {
  vi: 'Văn phòng UBND tỉnh thẩm tra',
  en: 'The office of the provincial committee reviews',
}
export const chairSigns: Words = { vi: 'Chủ tịch UBND tỉnh ký', en: 'The chair of the province signs' }
