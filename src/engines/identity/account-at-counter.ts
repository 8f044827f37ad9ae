import type { Context } from '#kernel/operations/context.ts'
import { tellRightsChanged } from '#kernel/operations/rights-changed.ts'
import { Problem } from '#values/errors.ts'
import type { PlainDate } from '#values/plain-date.ts'
import { createPerson, findPersonByNumber, isSamePerson } from '#engines/directory/index.ts'
import { createAccount, findLogin, rememberCardSeen } from './account.ts'
import { identityProblems } from './contract/problems.ts'
import { endKeys } from './end-keys.ts'
import { endSessionsOf } from './session.ts'
import { giveOncePassword } from './sign-in.ts'

interface Card {
  readonly fullName: string
  readonly personalId: string
  readonly birthDate: PlainDate
}

/**
 * Gives the person whose card an officer has in hand a password for one use: to a new account (assurance 2: shown at a counter),
 * or to the one under their number, whoever opened it; its sessions end.
 */
export async function openAccountAtCounter(ctx: Context, card: Card) {
  const person = await findPersonByNumber(ctx.tx, card.personalId)
  if (person !== undefined && !isSamePerson(card, person))
    throw new Problem('otherPerson', identityProblems.otherPerson, {
      places: [{ path: 'fullName', message: identityProblems.otherPerson.message }],
    })
  const found = await findLogin(ctx.tx, card.personalId)
  const login = found?.mergedLogin ?? card.personalId
  const account = found?.mergedLogin ? await findLogin(ctx.tx, login) : found
  // What an administrator disabled, or gave to an official, is not given back at a counter.
  if (account !== undefined && (account.status !== 'active' || account.kind !== 'citizen'))
    throw new Problem('accountClosed', identityProblems.accountClosed)
  const personId = person?.id ?? (await createPerson(ctx.tx, card))
  const id = account?.id ?? (await createAccount(ctx.tx, { kind: 'citizen', personId, login, passwordHash: null }))
  // Of an account that nobody vouched for a stranger may hold passkeys and codes too.
  if (account !== undefined && account.assurance < 2) await endKeys(ctx, id)
  const oncePassword = await giveOncePassword(ctx, id)
  await rememberCardSeen(ctx.tx, id)
  await endSessionsOf(ctx.tx, id, ctx.now())
  await tellRightsChanged(ctx.tx)
  const isNew = account === undefined
  ctx.note({ objectType: 'account', objectId: id, subjects: [personId], facts: { isNew } })
  return { login, isNew, oncePassword }
}
