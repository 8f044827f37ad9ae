import type { Page } from '../../client.ts'
import { cookieIn, writeCookie } from '#kernel/http/cookie.ts'

const nameAt = (publicUrl: string): string => (publicUrl.startsWith('https:') ? '__Host-passkey' : 'passkey')

/** The ticket of what an authenticator is asked, in the browser that asked: no other can hand the answer in. */
export const ticketCookie = ({ publicUrl }: Page, ticket: string): Headers =>
  new Headers({ 'Set-Cookie': writeCookie(publicUrl, nameAt(publicUrl), ticket, 300) })

/** What the browser hands in, as the operations take it; whether it is any good they say. */
export function handedIn<Answer>(page: Page, request: Request, form: FormData): { ticket: string; answer: Answer } {
  const text = form.get('passkey')
  return { ticket: cookieIn(request.headers, nameAt(page.publicUrl)) ?? '', answer: parsed(text) as Answer }
}

function parsed(text: FormDataEntryValue | null): unknown {
  try {
    return typeof text === 'string' ? JSON.parse(text) : undefined
  } catch {
    return undefined
  }
}
