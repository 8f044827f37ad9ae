import { redirect, type ActionFunctionArgs } from 'react-router'
import { pageOf } from '../client.ts'
import { endSession } from '../session.ts'

export const loader = () => redirect('/')

export async function action(args: ActionFunctionArgs) {
  const { client, call, publicUrl } = pageOf(args)
  const everywhere = (await args.request.formData()).get('everywhere') === 'yes'
  if (call.actor.kind !== 'nobody') await client.identity.signOut({ everywhere })
  return redirect(call.actor.kind === 'staff' ? '/can-bo/dang-nhap' : '/', { headers: endSession(publicUrl) })
}
