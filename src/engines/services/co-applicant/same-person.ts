import type { Queries } from '#kernel/database/connect.ts'
import { Problem } from '#values/errors.ts'
import { fold } from '#values/text.ts'
import type { PersonRow } from '#engines/directory/index.ts'
import { isOnlyClaimed } from '#engines/identity/index.ts'
import { servicesProblems } from '../contract/problems.ts'

type Known = Pick<PersonRow, 'id' | 'fullName'> | undefined

/** Refuses a number that is known under another name: a wrong digit must not put an application on the page of somebody else. */
export async function mustBeSamePerson(tx: Queries, known: Known, fullName: string, path: string): Promise<void> {
  await mustNotBeClaimed(tx, known, fullName, path)
  if (known !== undefined && !isNamed(known, fullName)) refuse('otherPerson', path)
}

/** Refuses a number under which somebody opened an account by another name: nothing is filed under what a stranger stated. */
export async function mustNotBeClaimed(tx: Queries, known: Known, fullName: string, path: string): Promise<void> {
  if (known !== undefined && !isNamed(known, fullName) && (await isOnlyClaimed(tx, known.id)))
    refuse('accountOfOther', path)
}

const isNamed = (known: Pick<PersonRow, 'fullName'>, fullName: string): boolean =>
  fold(known.fullName) === fold(fullName)

function refuse(code: 'otherPerson' | 'accountOfOther', path: string): never {
  const { message } = servicesProblems[code]
  throw new Problem(code, servicesProblems[code], { places: [{ path, message }] })
}
