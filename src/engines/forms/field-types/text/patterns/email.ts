import type { Pattern } from './pattern.ts'

/** An address that mail can be sent to; letters of the part before @ are kept as typed, the domain is written small. */
export const email: Pattern = {
  tidy: (typed) =>
    typed
      .normalize('NFKC')
      .replace(/\s/g, '')
      .replace(/@[^@]*$/, (domain) => domain.toLowerCase()),
  wrong(text) {
    if (!text.includes('@'))
      return { vi: 'Thiếu dấu @. Ghi như ten@gmail.com.', en: 'The @ is missing. Write it like name@gmail.com.' }
    if (
      text.length <= 254 &&
      /^[\w.!#$%&'*+/=?^`{|}~-]{1,64}@([a-z\d]([a-z\d-]{0,61}[a-z\d])?\.)+[a-z\d-]{2,63}$/.test(text)
    )
      return undefined
    return {
      vi: 'Địa chỉ thư chưa đúng: không có dấu tiếng Việt, sau @ phải có tên như gmail.com. Xem lại.',
      en: 'This e-mail address is not right: no tone marks, and after @ a name such as gmail.com. Check it.',
    }
  },
  show: (text) => text,
  mask: (text) => `${text.slice(0, 2)}***${text.slice(Math.max(text.indexOf('@'), 0))}`,
  keyboard: 'email',
  isWords: true,
}
