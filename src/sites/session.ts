import { writeSessionCookie } from '#kernel/http/authenticate.ts'

/** The headers that put a started session into the browser. */
export const startSession = (publicUrl: string, session: { token: string; expiresAt: Date }): Headers =>
  new Headers({
    'Set-Cookie': writeSessionCookie(
      publicUrl,
      session.token,
      Math.floor((session.expiresAt.getTime() - Date.now()) / 1000),
    ),
  })

/** Where the second step of signing in is done, where it leads on to, and whether a passkey may do it. */
export const secondStepPath = (next: string, hasPasskey: boolean): string =>
  `/can-bo/xac-thuc?tiep=${encodeURIComponent(next)}${hasPasskey ? '&khoa=1' : ''}`

/** The headers that end it and clear what the browser kept. */
export const endSession = (publicUrl: string): Headers =>
  new Headers({ 'Set-Cookie': writeSessionCookie(publicUrl, undefined), 'Clear-Site-Data': '"cache"' })
