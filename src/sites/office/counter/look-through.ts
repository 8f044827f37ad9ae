import type { ProblemPlace } from '#values/errors.ts'
import { fill, type Words } from '#values/words.ts'
import type { Client } from '#engines/contract.ts'
import { papersFor, parseAnswers, visibleAnswers, type Lookups } from '#engines/forms/contract.ts'
import { isFiledTogether } from '#engines/services/contract.ts'
import { typedIn } from './applicant.ts'
import { coApplicantsIn, readCoApplicants } from './co-applicants.ts'

const missing: Words = { vi: 'Còn thiếu: {name}', en: 'Missing: {name}' }

type Asked = Pick<Awaited<ReturnType<Client['services']['prepareReception']>>, 'form' | 'papers' | 'coApplicants'>

/** What is wrong or missing in the form, among those who file too, and among the papers; `given` are those handed in. */
export function lookThrough(
  asked: Asked,
  post: URLSearchParams,
  lookups: Lookups,
  given: ReadonlySet<string>,
): ProblemPlace[] {
  const { answers, places } = parseAnswers(asked.form, post, lookups)
  const together = readCoApplicants(coApplicantsIn(post), typedIn(post).personalId)
  const lacking = papersFor(asked.papers, visibleAnswers(asked.form, answers))
    .filter((paper) => paper.required && !given.has(paper.id))
    .map((paper) => ({
      path: `papers.${paper.id}`,
      message: { vi: fill(missing, { name: paper.name.vi }).vi, en: fill(missing, { name: paper.name.en }).en },
    }))
  return [...places, ...(isFiledTogether(asked, answers) ? together.places : []), ...lacking]
}
