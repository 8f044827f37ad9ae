import type { Words } from '#values/words.ts'

export const unknownKey: Words = {
  vi: 'Mẫu này không có câu hỏi nào tên như vậy. Bỏ mục này.',
  en: 'This form has no question of that name. Leave it out.',
}
export const tooFewRows = (min: number): Words => ({
  vi: `Cần ít nhất ${min} mục. Bấm nút thêm rồi điền.`,
  en: `At least ${min} needed. Add one and fill it in.`,
})
export const tooManyRows = (count: number, max: number): Words => ({
  vi: `Có ${count} mục, chỉ nhận ${max}. Phần còn lại xin gửi thành tệp kèm theo.`,
  en: `There are ${count}; at most ${max} fit. Please send the rest as an attached file.`,
})
