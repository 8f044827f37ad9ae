import {
  browserSupportsWebAuthn,
  startAuthentication,
  startRegistration,
  type PublicKeyCredentialCreationOptionsJSON,
  type PublicKeyCredentialRequestOptionsJSON,
} from '@simplewebauthn/browser'
import { formTokenField } from '#values/form-token.ts'
import { useAwake } from '../../use-awake.ts'
import type { Refused } from '../staff.ts'

type Answered = { readonly passkey: string } | Refused | 'failed'

/**
 * The authenticators that this browser reaches; whether there may be any is known only in the browser. Answers what one said as JSON,
 * what our side refused, or `failed`: nobody touched it, or there is no key for this host.
 */
export function useAuthenticator(formToken: string) {
  const isThere = useAwake() && browserSupportsWebAuthn()

  async function ask<Options>(act: 'dung' | 'them', answer: (options: Options) => Promise<unknown>): Promise<Answered> {
    const body = new URLSearchParams({ viec: act, [formTokenField]: formToken })
    try {
      const said = await fetch('/can-bo/khoa', { method: 'POST', body })
      const asked = (await said.json()) as Refused | { options: Options }
      return 'options' in asked ? { passkey: JSON.stringify(await answer(asked.options)) } : asked
    } catch {
      return 'failed'
    }
  }
  return {
    isThere,
    use: () =>
      ask('dung', (optionsJSON: PublicKeyCredentialRequestOptionsJSON) => startAuthentication({ optionsJSON })),
    add: () => ask('them', (optionsJSON: PublicKeyCredentialCreationOptionsJSON) => startRegistration({ optionsJSON })),
  }
}
