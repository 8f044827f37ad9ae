import { z } from 'zod'
import { dateAt } from '#values/plain-date.ts'
import { showClock } from '#values/show-time.ts'
import { tidy } from '#values/text.ts'

/** A run of 40 letters without a space may break, so that nothing runs off the paper. */
const breakable = (text: string): string => text.replace(/\S{40}(?=\S)/gu, '$&\u200b')

/** One line on a form, 1 to 500 characters: composed, single spaces, no control or direction characters. */
export const Line = z
  .string()
  .max(500)
  .transform((text) => breakable(tidy(text)))
  .pipe(z.string().min(1))

/** Running text on a form, up to 20,000 characters; its line ends stay, empty lines go. */
export const Passage = z
  .string()
  .max(20_000)
  .transform((text) =>
    text
      .split(/\r\n|[\r\n\u2028\u2029]/)
      .map((line) => breakable(tidy(line)))
      .filter((line) => line !== '')
      .join('\n'),
  )
  .pipe(z.string().min(1))

/** A cell of a table, up to 2,000 characters; may be empty. */
export const Cell = z.string().max(2_000).transform(tidy)

/** An instant, printed as the civil time of Viet Nam: in `2020-11-24T02:36:41Z`, out `2020-11-24T09:36:41`. */
export const Moment = z.union([z.date(), z.iso.datetime({ offset: true })]).transform((given) => {
  const at = new Date(given)
  return `${dateAt(at)}T${showClock(at)}:${String(at.getUTCSeconds()).padStart(2, '0')}`
})

/** How many: of copies, sets, papers. */
export const Count = z.number().int().min(0).max(9_999)
