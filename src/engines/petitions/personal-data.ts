import { fold } from '#values/text.ts'

/** Of whom something may be left in a text. */
export interface Named {
  readonly fullName: string
}

const hidden = '[…]'
const email = /[\w.+-]+@[\w-]+\.[\w.-]+/g
/** Phones, personal and card numbers: eight digits or more, also in groups. */
const digits = /(?<!\d)\d(?:[ .-]?\d){7,}(?!\d)/g

/** The text without what a machine knows for personal data: the sender's name, long numbers, e-mail addresses. */
export const withoutPersonalData = (text: string, named: Named | undefined): string =>
  hideName(text.replace(email, hidden).replace(digits, hidden), named)

/** Whether any of it is left. */
export const hasPersonalData = (text: string, named: Named | undefined): boolean =>
  withoutPersonalData(text, named) !== text

/** The name in any case and with or without tone marks: folded, both have their letters in the same places. */
function hideName(text: string, named: Named | undefined): string {
  const wanted = named === undefined ? '' : fold(named.fullName)
  if (!wanted.includes(' ')) return text
  const letters = Array.from(text)
  const folded = letters.map((letter) => fold(letter) || ' ')
  if (folded.some((letter) => letter.length !== 1)) return text
  const shown = folded.join('')
  let [out, from] = ['', 0]
  for (let at = shown.indexOf(wanted); at >= 0; at = shown.indexOf(wanted, from)) {
    out += letters.slice(from, at).join('') + hidden
    from = at + wanted.length
  }
  return out + letters.slice(from).join('')
}
