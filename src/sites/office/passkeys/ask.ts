import { data, redirect, type ActionFunctionArgs } from 'react-router'
import { pageOf } from '../../client.ts'
import { textOf } from '../../form-text.ts'
import { refusedAnswer } from '../staff.ts'
import { ticketCookie } from './ticket.ts'

export const loader = () => redirect('/can-bo')

/** What the browser asks an authenticator: for a key that is there, or for a new one (`them`). */
export async function action(args: ActionFunctionArgs) {
  const page = pageOf(args)
  const { identity } = page.client
  const form = await args.request.formData()
  try {
    const asked = textOf(form, 'viec') === 'them' ? await identity.offerPasskey({}) : await identity.askForPasskey({})
    return data({ options: asked.options }, { headers: ticketCookie(page, asked.ticket) })
  } catch (error) {
    return refusedAnswer(error, page, form)
  }
}
