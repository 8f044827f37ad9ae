import { filesProblems, refusals } from '#engines/files/contract.ts'
import type { Words } from '#values/words.ts'

/** What keeps pages from being joined, by its code. */
export const pageErrorWords = (code: string): Words | undefined =>
  ({
    keepsWhole: filesProblems.keepsWhole.message,
    unreadablePage: filesProblems.unreadablePage.message,
    tooManyUploads: filesProblems.tooManyUploads.message,
    tooSlow: refusals.tooSlow,
    tooLargeInside: refusals.tooLargeInside,
    tooManyPixels: refusals.tooManyPixels,
    uploadRequest: {
      vi: 'Số thứ tự phải là số, và phải còn ít nhất một trang.',
      en: 'The order is a number, and one page at least has to stay.',
    },
  })[code]
