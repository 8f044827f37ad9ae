import type { Context } from '#kernel/operations/context.ts'
import { tellRightsChanged } from '#kernel/operations/rights-changed.ts'
import { Problem } from '#values/errors.ts'
import type { PlainDate } from '#values/plain-date.ts'
import { createPerson, findPersonByNumber, isSamePerson, type PersonRow } from '#engines/directory/index.ts'
import { createAccount, findLogin, rememberCardSeen } from './account.ts'
import { identityProblems } from './contract/problems.ts'
import { endKeys } from './end-keys.ts'
import { endSessionsOf } from './session.ts'
import { isOnlyClaimed, shutOut } from './shut-out.ts'
import { giveOncePassword } from './sign-in.ts'

interface Card {
  readonly fullName: string
  readonly personalId: string
  readonly birthDate: PlainDate
  /** An account that somebody opened online under the number as another person is closed. */
  readonly closesOther: boolean
}

/**
 * Gives the person whose card an officer has in hand a password for one use: to a new account (assurance 2: shown at a counter),
 * or to the one under their number, whoever opened it; its sessions end. One that was opened online as another person is closed.
 */
export async function openAccountAtCounter(ctx: Context, { closesOther, ...card }: Card) {
  const known = await findPersonByNumber(ctx.tx, card.personalId)
  const isOther = known !== undefined && !isSamePerson(card, known)
  if (isOther) await shutOutOther(ctx, known, closesOther)
  const person = isOther ? undefined : known
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
  ctx.note({
    objectType: 'account',
    objectId: id,
    subjects: [personId],
    facts: { isNew, ...(isOther && { shutOut: known.id }) },
  })
  if (isOther) ctx.emit('identity.shutOut', { strangerId: known.id, ownerId: personId })
  return { login, isNew, oncePassword }
}

/** Refused where the other is more than a claim, or the officer has not said that their account is to be closed: a slip closes none. */
async function shutOutOther(ctx: Context, other: PersonRow, isSaid: boolean): Promise<void> {
  if (!(await isOnlyClaimed(ctx.tx, other.id)))
    throw new Problem('otherPerson', identityProblems.otherPerson, {
      places: [{ path: 'fullName', message: identityProblems.otherPerson.message }],
    })
  if (!isSaid)
    throw new Problem('accountOfOther', identityProblems.accountOfOther, {
      places: [{ path: 'closesOther', message: { vi: 'Chưa đánh dấu.', en: 'Not ticked yet.' } }],
    })
  await shutOut(ctx, other.id)
}
