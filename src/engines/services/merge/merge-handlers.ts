import type { Context } from '#kernel/operations/context.ts'
import type { Handlers } from '#kernel/operations/engine.ts'
import { tellRightsChanged } from '#kernel/operations/rights-changed.ts'
import { Problem, fail } from '#values/errors.ts'
import { fold } from '#values/text.ts'
import { getPerson, mergePerson, type PersonRow } from '#engines/directory/index.ts'
import { giveFiles } from '#engines/files/index.ts'
import { findMergeable, mergeAccount, type MergeableAccount } from '#engines/identity/index.ts'
import { mergeMessages } from '#engines/notification/index.ts'
import { mergePayer } from '#engines/payments/index.ts'
import { mergeProblems, type mergeContract } from '../contract/merge.ts'
import { belongingsOf, mergeApplicant } from './merge-applicant.ts'

/** Two accounts of one person become one: looked at first, then done in one transaction with a reason. */
export const mergeHandlers: Handlers<typeof mergeContract> = {
  async previewMerge(ctx, { keep, gone }) {
    const pair = await mergeablePair(ctx, keep, gone)
    ctx.note({ objectType: 'account', objectId: pair.gone.account.id, subjects: subjectsOf(pair) })
    return { keep: await viewSide(ctx, pair.keep), gone: await viewSide(ctx, pair.gone) }
  },

  async mergeAccounts(ctx, { keep, gone, reason }) {
    const pair = await mergeablePair(ctx, keep, gone)
    const [kept, lost] = [pair.keep.account, pair.gone.account]
    const moved = await belongingsOf(ctx.tx, lost)
    await mergeApplicant(ctx.tx, lost, kept)
    await giveFiles(ctx.tx, lost.id, kept.id)
    if (lost.personId !== kept.personId) await mergeMessages(ctx.tx, lost.personId, kept.personId)
    if (lost.personId !== kept.personId) await mergePayer(ctx.tx, lost.personId, kept.personId)
    await mergeAccount(ctx, lost, kept)
    if (lost.personId !== kept.personId) await mergePerson(ctx.tx, lost.personId, kept.personId, ctx.now())
    await tellRightsChanged(ctx.tx)
    ctx.note({
      objectType: 'account',
      objectId: lost.id,
      subjects: subjectsOf(pair),
      facts: { into: kept.id, reason, moved },
    })
    ctx.emit('identity.merged', { personId: kept.personId, login: kept.login, gone: lost.login })
    return { login: kept.login, has: await belongingsOf(ctx.tx, kept) }
  },
}

interface Side {
  readonly account: MergeableAccount
  readonly person: PersonRow
}

interface Pair {
  readonly keep: Side
  readonly gone: Side
}

/** Locked one after the other, always in the same order. */
async function mergeablePair(ctx: Context, keep: string, gone: string): Promise<Pair> {
  const sides = new Map<string, Side>()
  for (const login of [keep, gone].map((one) => one.toLowerCase()).sort()) {
    const account = (await findMergeable(ctx.tx, login)) ?? fail('notFound')
    sides.set(login, { account, person: await getPerson(ctx.tx, account.personId) })
  }
  const pair = { keep: sides.get(keep.toLowerCase()) as Side, gone: sides.get(gone.toLowerCase()) as Side }
  const why = hindranceOf(pair)
  if (why !== undefined) throw new Problem(why, mergeProblems[why])
  return pair
}

function hindranceOf({ keep, gone }: Pair): keyof typeof mergeProblems | undefined {
  const both = [keep.account, gone.account]
  if (keep.account.id === gone.account.id) return 'mergeSelf'
  if (both.some(({ kind }) => kind === 'staff')) return 'mergeStaff'
  if (both.some(({ status, isMerged }) => status !== 'active' || isMerged)) return 'mergeGone'
  if (!isOnePerson(keep.person, gone.person)) return 'mergeOthers'
  if (keep.account.issuers.some((issuer) => gone.account.issuers.includes(issuer))) return 'mergeBound'
  // The password of the one that stays goes on opening it: it must not be the less sure one's.
  return keep.account.assurance < gone.account.assurance ? 'mergeSurer' : undefined
}

const isOnePerson = (one: PersonRow, other: PersonRow): boolean =>
  one.id === other.id ||
  (fold(one.fullName) === fold(other.fullName) &&
    agree(one.birthDate, other.birthDate) &&
    agree(one.personalId, other.personalId))

const agree = (one: string | null, other: string | null): boolean => one === null || other === null || one === other

const subjectsOf = ({ keep, gone }: Pair): string[] => [...new Set([keep.person.id, gone.person.id])]

const viewSide = async (ctx: Context, { account, person }: Side) => ({
  login: account.login,
  fullName: person.fullName,
  birthDate: person.birthDate,
  personalId: person.personalId && `${person.personalId.slice(0, 9)}***`,
  assurance: account.assurance,
  openedAt: account.createdAt,
  lastSignInAt: account.lastSignInAt,
  has: await belongingsOf(ctx.tx, account),
})
