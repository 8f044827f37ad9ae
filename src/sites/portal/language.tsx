import { redirect, type LoaderFunctionArgs } from 'react-router'
import { safePath } from '../client.ts'

/** Remembers the language in a cookie that holds nothing else, and goes back to the page. */
export function loader({ params, request }: LoaderFunctionArgs) {
  const language = params['language'] === 'en' ? 'en' : 'vi'
  const back = safePath(new URL(request.url).searchParams.get('tiep'), '/')
  return redirect(back, { headers: { 'Set-Cookie': `language=${language}; Path=/; Max-Age=31536000; SameSite=Lax` } })
}
