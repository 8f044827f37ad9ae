import { redirect, type ActionFunctionArgs } from 'react-router'
import { pageOf, safePath } from './client.ts'
import { textOf } from './form-text.ts'

export const loader = () => redirect('/')

/** Somebody allows a system no more to know them, on whichever page they saw it. */
export async function action(args: ActionFunctionArgs) {
  const { client } = pageOf(args)
  const form = await args.request.formData()
  await client.identity.takeBackConsent({ clientId: textOf(form, 'he-thong') })
  return redirect(safePath(textOf(form, 'tiep'), '/'))
}
