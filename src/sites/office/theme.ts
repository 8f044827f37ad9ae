import { redirect, type ActionFunctionArgs } from 'react-router'
import { safePath } from '../client.ts'
import { textOf } from '../form-text.ts'

export const loader = () => redirect('/can-bo/mat-khau')

/** Keeps the chosen look in a cookie; anything but light and dark is the computer's wish. */
export async function action({ request }: ActionFunctionArgs) {
  const form = await request.formData()
  const chosen = textOf(form, 'theme')
  const cookie =
    chosen === 'light' || chosen === 'dark'
      ? `theme=${chosen}; Path=/; Max-Age=31536000; SameSite=Lax`
      : 'theme=; Path=/; Max-Age=0; SameSite=Lax'
  return redirect(safePath(textOf(form, 'tiep') || null, '/can-bo/mat-khau'), { headers: { 'Set-Cookie': cookie } })
}
