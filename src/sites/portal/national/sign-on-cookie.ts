import { cookieIn, writeCookie } from '#kernel/http/cookie.ts'

/** `__Host-` keeps neighbours of the host from putting a sign-in of theirs there. */
const nameAt = (publicUrl: string): string => (publicUrl.startsWith('https:') ? '__Host-sign-on' : 'sign-on')

/** What this browser keeps of a sign-in by the national portal that it began. */
export const signOnOf = (request: Request, publicUrl: string): string =>
  cookieIn(request.headers, nameAt(publicUrl)) ?? ''

export const keepSignOn = (publicUrl: string, browser: string, expiresAt: Date): string =>
  writeCookie(publicUrl, nameAt(publicUrl), browser, Math.ceil((expiresAt.getTime() - Date.now()) / 1000))

export const forgetSignOn = (publicUrl: string): string => writeCookie(publicUrl, nameAt(publicUrl), '', 0)
