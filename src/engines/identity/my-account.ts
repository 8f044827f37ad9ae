import { find, get, sql } from '#kernel/database/query.ts'
import type { Context } from '#kernel/operations/context.ts'
import { tellRightsChanged } from '#kernel/operations/rights-changed.ts'
import { Problem } from '#values/errors.ts'
import type { PlainDate } from '#values/plain-date.ts'
import { setPassword } from './account.ts'
import { identityProblems } from './contract/problems.ts'
import { myAccountProblems } from './contract/my-account.ts'
import { hashPassword, type PasswordCheck } from './password.ts'
import { isOwnPassword } from './prove-identity.ts'
import { endSessionsOf, hashToken } from './session.ts'

interface MyAccount {
  readonly login: string
  readonly fullName: string
  readonly birthDate: PlainDate | null
  readonly personalId: string | null
  readonly phone: string | null
  readonly assurance: number
  readonly boundAt: Date | null
  readonly hasPassword: boolean
}

/** What is known of the caller, how surely, and what opens their account. */
export const myAccount = (ctx: Context): Promise<MyAccount> =>
  get(
    ctx.tx,
    sql<MyAccount>`select a.login, p.full_name, p.birth_date, p.personal_id, p.phone, a.assurance,
        a.password_hash is not null as has_password,
        (select min(b.bound_at) from identity.binding b where b.account_id = a.id) as bound_at
      from identity.account a join directory.person p on p.id = a.person_id where a.id = ${ctx.actor.account}`,
  )

/** From now on only the national account opens it; whoever is signed in elsewhere is out. */
export async function stopPassword(ctx: Context, current: string) {
  const { boundAt, login } = await myAccount(ctx)
  if (boundAt === null) throw new Problem('onlyWay', myAccountProblems.onlyWay)
  if (!(await isOwnPassword(ctx, login, current)))
    throw new Problem('wrongSignIn', identityProblems.wrongSignIn, { keepsWrites: true })
  await setPassword(ctx.tx, ctx.actor.account, null, false, ctx.now())
  const kept = ctx.actor.session === undefined ? undefined : hashToken(ctx.actor.session)
  const otherSessionsEnded = await endSessionsOf(ctx.tx, ctx.actor.account, ctx.now(), kept)
  await tellRightsChanged(ctx.tx)
  ctx.note({ objectType: 'account', objectId: ctx.actor.account, facts: { password: 'ended' } })
  return { otherSessionsEnded }
}

/** A password beside the national account; without one, whoever is signed in came by that. */
export async function choosePassword(ctx: Context, next: string, faultOf: PasswordCheck) {
  const { login } = await myAccount(ctx)
  const locked = await find(
    ctx.tx,
    sql`select 1 from identity.account where id = ${ctx.actor.account} and password_hash is null for update`,
  )
  if (locked === undefined) throw new Problem('hasPassword', myAccountProblems.hasPassword)
  const fault = await faultOf(next, { kind: 'citizen', login, name: ctx.actor.name })
  if (fault)
    throw new Problem('weakPassword', identityProblems.weakPassword, { places: [{ path: 'next', message: fault }] })
  await setPassword(ctx.tx, ctx.actor.account, await hashPassword(next), false, ctx.now())
  ctx.note({ objectType: 'account', objectId: ctx.actor.account, facts: { password: 'set' } })
  return { done: true as const }
}
