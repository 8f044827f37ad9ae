import { interactionPolicy, type ProviderContext } from 'oidc-provider'
import { readSessionCookie } from '#kernel/http/authenticate.ts'
import { findConsent } from './consent.ts'
import { findClient } from './client.ts'
import { accountOf } from './provider-account.ts'
import type { ProviderParts } from './provider-parts.ts'
import { isFor, findSignOn, type SignOn } from './sign-on.ts'

const { base, Check, Prompt } = interactionPolicy

/** That a proof was a factor, or only a password, as REFEDS names it. */
export const assurances = { factor: 'https://refeds.org/profile/mfa', password: 'https://refeds.org/profile/sfa' }

/**
 * Before anything is asked of a person, the provider takes over who is signed in here in the same browser, so that there is one way to
 * sign in and one session. What it then still misses (a fresh proof, an agreement) is got by `signOnPage`.
 */
export function adoptingPolicy(parts: ProviderParts) {
  const policy = base()
  const adopt = new Check('not_signed_in', 'nobody is signed in', 'login_required', async (ctx) => {
    const token = readSessionCookie(new Headers({ cookie: ctx.req.headers.cookie ?? '' }), parts.publicUrl)
    const signOn = token === undefined ? undefined : await findSignOn(parts, { token })
    const client = await findClient(parts.db, ctx.oidc.client.clientId)
    if (signOn === undefined || client === undefined || !isFor(client, signOn.actor)) return true
    await takeOver(parts, ctx, signOn)
    return false
  })
  policy.add(new Prompt({ name: 'sign_in', requestable: false }, adopt), 0)
  return policy
}

async function takeOver(parts: ProviderParts, ctx: ProviderContext, signOn: SignOn): Promise<void> {
  const { oidc } = ctx
  const { id, verifiedAt, factorAt, accountId } = signOn.session
  if (oidc.session.accountId !== id) {
    oidc.session.authorizations = undefined
    if (!oidc.session.new) oidc.session.resetIdentifier()
  }
  oidc.session.loginAccount({
    accountId: id,
    loginTs: secondsOf(verifiedAt),
    acr: factorAt === null ? assurances.password : assurances.factor,
    amr: factorAt === null ? ['pwd'] : ['pwd', 'mfa'],
  })
  oidc.entity('Account', accountOf(signOn))
  const consent = await findConsent(parts.db, accountId, oidc.client.clientId)
  const begun = oidc.entities.Interaction
  if (begun !== undefined) {
    oidc.result = {
      ...begun.lastSubmission,
      ...(isSince(verifiedAt, begun) && { login: {} }),
      ...(isSince(consent?.givenAt, begun) && { consent: {} }),
    }
  }
  const grant = new oidc.provider.Grant({ accountId: id, clientId: oidc.client.clientId })
  oidc.entity('Grant', grant)
  if (consent === undefined) return
  grant.addOIDCScope(['openid', ...consent.scopes].join(' '))
  oidc.session.ensureClientContainer(oidc.client.clientId)
  oidc.session.grantIdFor(oidc.client.clientId, await grant.save())
}

const secondsOf = (at: Date | null): number => Math.floor((at?.getTime() ?? 0) / 1000)

/** What was asked for when this began was done since. */
const isSince = (at: Date | null | undefined, begun: { readonly iat: number }): boolean =>
  at !== undefined && secondsOf(at) >= begun.iat
