import type { Context } from '#kernel/operations/context.ts'
import type { Handlers } from '#kernel/operations/engine.ts'
import { tellRightsChanged } from '#kernel/operations/rights-changed.ts'
import { Problem } from '#values/errors.ts'
import { dateAt } from '#values/plain-date.ts'
import { takeVouchedRepresentative } from '#engines/directory/index.ts'
import { setPassword } from '../account.ts'
import { identityProblems } from '../contract/problems.ts'
import type { nationalContract } from '../contract/national.ts'
import { beginSession } from '../sign-in.ts'
import { takeSignOn } from '../tries.ts'
import { bind, findBound, findJoinable } from './binding.ts'
import type { NationalClient } from './national-client.ts'
import type { NationalFacts } from './national-facts.ts'
import { findFacts, forgetSignOn, keepFacts, rememberSignOn, takeAnswered } from './pending-sign-on.ts'
import { isAway } from './provider-away.ts'
import { refuse } from './refuse.ts'

/** Signing in by the national portal: leave for it, come back, confirm once that it is oneself. */
export function nationalHandlers(client: NationalClient | undefined): Handlers<typeof nationalContract> {
  const provider = (): NationalClient => client ?? refuse('nationalOff')
  return {
    async startNationalSignOn(ctx, { next }) {
      const wait = await takeSignOn(ctx, ctx.address)
      if (wait > 0) throw new Problem('signInWait', identityProblems.signInWait, { retryAfterSeconds: wait })
      const { url, ...pending } = await asked(ctx, () => provider().begin())
      return { url, ...(await rememberSignOn(ctx.tx, pending, next, ctx.now())) }
    },

    async finishNationalSignOn(ctx, { browser, answer, agent }) {
      const { issuer, identify } = provider()
      const pending = (await takeAnswered(ctx.tx, browser, ctx.now())) ?? refuse('nationalOver')
      const facts = (await asked(ctx, () => identify(answer, pending))) ?? refuse('nationalIncomplete')
      const bound = await findBound(ctx.tx, issuer, facts.subject)
      if (bound !== undefined) {
        if (bound.personalId !== facts.personalId) refuse('nationalBoundElsewhere')
        if (bound.status !== 'active' || bound.kind !== 'citizen') refuse('accountShut')
        // A password for one use that still waits would shut them out of their own page.
        if (bound.mustChangePassword) await setPassword(ctx.tx, bound.id, null, false, ctx.now())
        await forgetSignOn(ctx.tx, browser)
        await rememberEnterprise(ctx, bound.personId, facts)
        ctx.note({ objectType: 'account', objectId: bound.id, subjects: [bound.personId], facts: { issuer } })
        return { next: pending.next, session: await beginSession(ctx, bound.id, agent) }
      }
      await findJoinable(ctx.tx, issuer, facts)
      await keepFacts(ctx.tx, browser, facts, ctx.now())
      return { next: pending.next, session: null }
    },

    async viewNationalFacts(ctx, { browser }) {
      const { issuer } = provider()
      const { facts, answeredAt } = (await findFacts(ctx.tx, browser, ctx.now())) ?? refuse('nationalOver')
      const { account, stranger } = await findJoinable(ctx.tx, issuer, facts)
      return {
        at: answeredAt,
        ...masked(facts),
        account: account ? viewAccount(account) : null,
        shutsOut: stranger !== undefined,
      }
    },

    async bindNationalAccount(ctx, { browser, agent }) {
      const { issuer } = provider()
      const { facts, next } = (await findFacts(ctx.tx, browser, ctx.now())) ?? refuse('nationalOver')
      const { id, personId } = await bind(ctx, issuer, facts)
      await rememberEnterprise(ctx, personId, facts)
      await forgetSignOn(ctx.tx, browser)
      return { next, session: await beginSession(ctx, id, agent) }
    },
  }
}

/** Whoever signed in there in the name of an enterprise represents it here. */
async function rememberEnterprise(ctx: Context, personId: string, { enterprise }: NationalFacts): Promise<void> {
  if (enterprise === null) return
  await takeVouchedRepresentative(ctx.tx, enterprise, personId, dateAt(ctx.now()))
  await tellRightsChanged(ctx.tx)
}

const viewAccount = ({ createdAt, assurance }: { createdAt: Date; assurance: number }) => ({
  openedAt: createdAt,
  isSeen: assurance >= 2,
})

const masked = ({ fullName, birthDate, personalId, phone, enterprise }: NationalFacts) => ({
  fullName,
  birthDate,
  personalId: `${personalId.slice(0, 9).replace(/\d{3}/g, '$& ')}***`,
  phone: phone && `${phone.slice(0, 4)} *** ${phone.slice(-3)}`,
  enterprise,
})

/** Asks the provider; what goes wrong there is a refusal in words, and its reason, without tokens, is in the log. */
async function asked<Value>(ctx: Context, ask: () => Promise<Value>): Promise<Value> {
  try {
    return await ask()
  } catch (error) {
    if (error instanceof Problem) throw error
    const { name, message, code, error: said } = error as Error & { code?: string; error?: string }
    ctx.log.warn({ reason: `${name}: ${message}`, code, said, requestId: ctx.requestId }, 'national sign-on refused')
    if (isAway(error)) refuse('nationalDown', error)
    refuse(said === 'access_denied' ? 'nationalCancelled' : 'nationalUnproven', error)
  }
}
