import { redirect, type LoaderFunctionArgs } from 'react-router'
import { writeCookie, yearSeconds } from '#kernel/http/cookie.ts'
import { pageOf, safePath } from '../client.ts'

/** Remembers the language in a cookie that holds nothing else, and goes back to the page. */
export function loader(args: LoaderFunctionArgs) {
  const { params, request } = args
  const language = params['language'] === 'en' ? 'en' : 'vi'
  const back = safePath(new URL(request.url).searchParams.get('tiep'), '/')
  return redirect(back, {
    headers: { 'Set-Cookie': writeCookie(pageOf(args).publicUrl, 'language', language, yearSeconds) },
  })
}
