import { Problem } from '#values/errors.ts'
import { fold } from '#values/text.ts'
import type { PersonRow } from '#engines/directory/index.ts'
import { servicesProblems } from '../contract/problems.ts'

/** Refuses a number that is known under another name: a wrong digit must not put an application on the page of somebody else. */
export function mustBeSamePerson(known: PersonRow | undefined, fullName: string, path: string): void {
  if (known === undefined || fold(known.fullName) === fold(fullName)) return
  const { message } = servicesProblems.otherPerson
  throw new Problem('otherPerson', servicesProblems.otherPerson, { places: [{ path, message }] })
}
