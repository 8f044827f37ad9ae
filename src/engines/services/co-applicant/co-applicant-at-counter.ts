import type { Context } from '#kernel/operations/context.ts'
import { Problem, fail, type ProblemPlace } from '#values/errors.ts'
import { tidy } from '#values/text.ts'
import { createPerson, findPersonByNumber } from '#engines/directory/index.ts'
import { isFiledTogether, wrongWithNamed, type CoApplicantHere } from '../contract/co-applicant-here.ts'
import { servicesProblems } from '../contract/problems.ts'
import type { Procedure } from '../declare.ts'
import type { FiledTogether } from './dossier-co-applicant.ts'
import { mustBeSamePerson } from './same-person.ts'

interface NamedHere {
  readonly applicant: { readonly personalId: string }
  readonly coApplicants: readonly CoApplicantHere[]
}

/** What is wrong with those named at a counter, by place; more than the procedure and these answers allow are refused at once. */
export function wrongTogether(
  procedure: Pick<Procedure, 'coApplicants' | 'form'>,
  answers: Readonly<Record<string, unknown>>,
  { applicant, coApplicants }: NamedHere,
): ProblemPlace[] {
  if (coApplicants.length === 0) return []
  if (!isFiledTogether(procedure, answers)) fail('notFound')
  if (coApplicants.length > (procedure.coApplicants?.most ?? 0))
    throw new Problem('coApplicantsFull', servicesProblems.coApplicantsFull)
  return wrongWithNamed(applicant.personalId, coApplicants)
}

/**
 * Those named at a counter, as the dossier keeps them: known by their number, or new. Of somebody known nothing is changed: it is
 * not always they who say it. The trail says of each how they confirmed; who wrote it down is its actor.
 */
export async function filedTogetherHere(ctx: Context, named: readonly CoApplicantHere[]): Promise<FiledTogether[]> {
  const people: FiledTogether[] = []
  for (const [at, { confirmed, ...given }] of named.entries()) {
    if (confirmed === undefined) throw new Error('a co-applicant is kept only once confirmed')
    const known = await findPersonByNumber(ctx.tx, given.personalId)
    await mustBeSamePerson(ctx.tx, known, given.fullName, `co-applicants.${at}.personalId`)
    const personId = known?.id ?? (await createPerson(ctx.tx, given))
    ctx.note({ objectType: 'person', objectId: personId, subjects: [personId], facts: { filedTogether: confirmed } })
    people.push({
      personId,
      name: tidy(given.fullName),
      confirmedAt: ctx.now(),
      confirmed,
      recordedBy: ctx.actor.name,
    })
  }
  return people
}
