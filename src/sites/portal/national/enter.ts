import { redirect } from 'react-router'
import { safePath } from '../../client.ts'
import { secondStepPath, startSession } from '../../session.ts'
import { forgetSignOn } from './sign-on-cookie.ts'

interface Started {
  readonly token: string
  readonly expiresAt: Date
  readonly awaitsFactor: boolean
  readonly hasPasskey: boolean
}

/** Goes on as who was recognised, by way of the second step if their account has one. */
export function enter(publicUrl: string, session: Started, asked: string): Response {
  const headers = startSession(publicUrl, session)
  headers.append('Set-Cookie', forgetSignOn(publicUrl))
  const next = safePath(asked, '/trang-cua-toi')
  return redirect(session.awaitsFactor ? secondStepPath(next, session.hasPasskey) : next, { headers })
}
