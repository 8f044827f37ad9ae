import { z } from 'zod'
import { oneLine } from '#values/one-line.ts'
import { Phone } from '#values/phone.ts'
import { PlainDate } from '#values/plain-date.ts'
import { holds, type Condition } from '#values/condition.ts'
import type { ProblemPlace } from '#values/errors.ts'
import { visibleAnswers } from '#engines/forms/contract.ts'
import type { Form } from '#engines/forms/declare.ts'
import { PersonalNumber } from './shapes.ts'

/** How somebody confirms at a counter: before the officer, or with their signature on the paper form. */
const ConfirmedHere = z.enum(['present', 'signed'])

/** Somebody who files together with whoever stands at the counter. */
export const CoApplicantHere = z.strictObject({
  fullName: oneLine(2, 100),
  personalId: PersonalNumber,
  birthDate: PlainDate.optional(),
  phone: Phone.optional(),
  /** Absent: not yet, and nothing is filed before. */
  confirmed: ConfirmedHere.optional(),
})
export type CoApplicantHere = z.infer<typeof CoApplicantHere>

interface Together {
  readonly form?: Form | undefined
  readonly coApplicants?: { readonly when?: Condition | undefined; readonly most: number } | null | undefined
}

/** Whether these answers are a case in which others file too. */
export const isFiledTogether = (
  { coApplicants, form }: Together,
  answers: Readonly<Record<string, unknown>>,
): boolean =>
  coApplicants != null &&
  form !== undefined &&
  (coApplicants.when === undefined || holds(coApplicants.when, visibleAnswers(form, answers)))

/**
 * What is wrong with those named at a counter, each at `co-applicants.<place in the list>.<part>`: the applicant's own number, a
 * number twice, nobody's word that they confirmed.
 */
export function wrongWithNamed(applicantNumber: string | undefined, named: readonly CoApplicantHere[]): ProblemPlace[] {
  return named.flatMap(({ personalId, confirmed, fullName }, at) => {
    const place = (part: string, message: ProblemPlace['message']) => ({ path: `co-applicants.${at}.${part}`, message })
    return [
      ...(personalId === applicantNumber ? [place('personalId', words.isApplicant)] : []),
      ...(named.findIndex((one) => one.personalId === personalId) < at ? [place('personalId', words.twice)] : []),
      ...(confirmed === undefined ? [place('confirmed', words.notConfirmed(fullName))] : []),
    ]
  })
}

const words = {
  isApplicant: {
    vi: 'Đây là số của người nộp. Ghi số của người cùng nộp',
    en: 'This is the number of the applicant. Write that of the other person',
  },
  twice: { vi: 'Người có số này đã ghi ở trên', en: 'The person of this number is named above' },
  notConfirmed: (name: string) => ({
    vi: `Ghi cách ${name} xác nhận: có mặt, hoặc đã ký tờ khai giấy`,
    en: `Say how ${name} has confirmed: present, or signed the paper form`,
  }),
}
