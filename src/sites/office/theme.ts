import { redirect, type ActionFunctionArgs } from 'react-router'
import { writeCookie, yearSeconds } from '#kernel/http/cookie.ts'
import { pageOf, safePath } from '../client.ts'
import { textOf } from '../form-text.ts'

export const loader = () => redirect('/can-bo/mat-khau')

/** Keeps the chosen look in a cookie; anything but light and dark is the computer's wish. */
export async function action(args: ActionFunctionArgs) {
  const form = await args.request.formData()
  const chosen = textOf(form, 'theme')
  const kept = chosen === 'light' || chosen === 'dark'
  const cookie = writeCookie(pageOf(args).publicUrl, 'theme', kept ? chosen : '', kept ? yearSeconds : 0)
  return redirect(safePath(textOf(form, 'tiep') || null, '/can-bo/mat-khau'), { headers: { 'Set-Cookie': cookie } })
}
