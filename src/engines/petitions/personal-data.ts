import { fold } from '#values/text.ts'

/** Of whom something may be left in a text. */
export interface Named {
  readonly fullName: string
}

const hidden = '[…]'
/** Begins where no such sign stands before: a long row of them is read once, not from each of them. */
const email = /(?<![\w.+-])[\w.+-]+@[\w-]+\.[\w.-]+/g
/** Phones, personal and card numbers: eight digits or more, also in groups. */
const digits = /(?<!\d)\d(?:[\p{Zs}.()\p{Pd}]{0,2}\d){7,}(?!\d)/gu

/** The text without what a machine knows for personal data: the sender's name, long numbers, e-mail addresses. */
export const withoutPersonalData = (text: string, named: Named | undefined): string =>
  hideName(text.replace(email, hidden).replace(digits, hidden), named)

/** Whether any of it is left. */
export const hasPersonalData = (text: string, named: Named | undefined): boolean =>
  withoutPersonalData(text, named) !== text

/**
 * The name in any case, with or without tone marks, however its parts are spaced or broken into lines. Letter by letter, so that what stands beside it
 * (a picture, a letter of another script) leaves it to be found.
 */
function hideName(text: string, named: Named | undefined): string {
  const wanted = named === undefined ? '' : fold(named.fullName)
  if (!wanted.includes(' ')) return text
  const letters: { readonly folded: string; readonly from: number; to: number }[] = []
  for (const { segment, index } of graphemes.segment(text)) {
    const folded = fold(segment) || ' '
    const last = letters.at(-1)
    if (folded === ' ' && last?.folded === ' ') last.to = index + segment.length
    // One place for each, so that places in what is compared are places in the text.
    else letters.push({ folded: folded.length === 1 ? folded : '\0', from: index, to: index + segment.length })
  }
  const shown = letters.map(({ folded }) => folded).join('')
  let [out, from] = ['', 0]
  for (let at = shown.indexOf(wanted); at >= 0; at = shown.indexOf(wanted, at + wanted.length)) {
    out += text.slice(from, letters[at]?.from) + hidden
    from = letters[at + wanted.length - 1]?.to ?? text.length
  }
  return out + text.slice(from)
}

const graphemes = new Intl.Segmenter('vi', { granularity: 'grapheme' })
