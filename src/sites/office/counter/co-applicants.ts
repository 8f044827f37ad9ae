import type { ProblemPlace } from '#values/errors.ts'
import type { Client } from '#engines/contract.ts'
import type { Answers } from '#engines/forms/contract.ts'
import type { Form } from '#engines/forms/declare.ts'
import { wrongWithNamed } from '#engines/services/contract.ts'
import { digitsIn, readBasic, wrongParts } from './applicant.ts'

export type CoApplicantHere = NonNullable<Parameters<Client['services']['receiveAtCounter']>[0]['coApplicants']>[number]

/** Somebody who files too, as they are typed at the counter. */
export interface CoApplicantTyped {
  readonly fullName: string
  readonly personalId: string
  readonly birthDate: string
  readonly phone: string
  readonly confirmed: string
}

export const noCoApplicant: CoApplicantTyped = { fullName: '', personalId: '', birthDate: '', phone: '', confirmed: '' }

const waysToConfirm = ['present', 'signed'] as const

/** Named as the engine names the places that are wrong. */
export const coApplicantName = (at: number, part: keyof CoApplicantTyped): string => `co-applicants.${at}.${part}`

/** Who is named in a form as it was posted, in the order of the screen. */
export function coApplicantsIn(post: URLSearchParams): readonly CoApplicantTyped[] {
  const named: CoApplicantTyped[] = []
  for (let at = 0; post.has(coApplicantName(at, 'fullName')); at++) {
    const text = (part: keyof CoApplicantTyped) => (post.get(coApplicantName(at, part)) ?? '').trim()
    named.push({
      fullName: text('fullName'),
      personalId: digitsIn(text('personalId')),
      birthDate: text('birthDate'),
      phone: digitsIn(text('phone')),
      confirmed: text('confirmed'),
    })
  }
  return named
}

/** Those named as the engine takes them, and what is wrong by field; how somebody confirmed is asked of whoever is written well. */
export function readCoApplicants(
  typed: readonly CoApplicantTyped[],
  applicantNumber: string,
): { coApplicants: CoApplicantHere[]; places: ProblemPlace[] } {
  const places = typed.flatMap((one, at) =>
    wrongParts(one).map(({ part, message }) => ({ path: coApplicantName(at, part), message })),
  )
  const coApplicants = typed.map(({ confirmed, ...one }) => {
    const way = waysToConfirm.find((known) => known === confirmed)
    return { ...readBasic(one), ...(way && { confirmed: way }) }
  })
  return { coApplicants, places: places.length > 0 ? places : wrongWithNamed(applicantNumber, coApplicants) }
}

/** A place that only waits for somebody to confirm: all else can be read, and signed. */
export const waitsForWord = ({ path }: ProblemPlace): boolean => /^co-applicants\.\d+\.confirmed$/.test(path)

/** People whom the form names with their number, and who are neither the applicant nor named already. */
export function peopleInForm(form: Form, answers: Answers, known: readonly string[]) {
  return form.pages
    .flatMap((page) => page.fields)
    .filter((field) => field.type === 'person')
    .map((field) => (answers[field.id] ?? {}) as Partial<CoApplicantTyped>)
    .flatMap(({ fullName, personalId }) =>
      fullName && personalId && !known.includes(personalId) ? [{ ...noCoApplicant, fullName, personalId }] : [],
    )
}
