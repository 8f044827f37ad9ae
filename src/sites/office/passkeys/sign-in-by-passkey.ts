import { redirectDocument } from 'react-router'
import type { Client } from '#engines/contract.ts'
import type { Page } from '../../client.ts'
import { startSession } from '../../session.ts'
import { handedIn } from './ticket.ts'

type Assertion = Parameters<Client['identity']['signInWithPasskey']>[0]['assertion']

/** Signs in by what an authenticator said, and leads on by a full load: what strangers were given with the page is not theirs any more. */
export async function signInByPasskey(page: Page, request: Request, form: FormData, next: string) {
  const { ticket, answer: assertion } = handedIn<Assertion>(page, request, form)
  const agent = request.headers.get('user-agent')?.slice(0, 300)
  const session = await page.client.identity.signInWithPasskey({ ticket, assertion, agent })
  return redirectDocument(next, { headers: startSession(page.publicUrl, session) })
}
