import type { ReadHeaders } from './glance.ts'

/** The value of a cookie that we set. */
export function cookieIn(headers: ReadHeaders, name: string): string | undefined {
  for (const part of (headers.get('cookie') ?? '').split(';')) {
    const [key, value] = part.trim().split('=', 2)
    if (key === name) return value
  }
  return undefined
}

/** The `Set-Cookie` value that keeps something in the browser, out of the reach of scripts; nothing, with 0 seconds, takes it away. */
export const writeCookie = (publicUrl: string, name: string, value: string, seconds: number): string =>
  `${name}=${value}; Path=/; HttpOnly; SameSite=Lax; Max-Age=${seconds}${publicUrl.startsWith('https:') ? '; Secure' : ''}`

export const yearSeconds = 365 * 24 * 3600
