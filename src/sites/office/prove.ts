import { data, redirect, type ActionFunctionArgs } from 'react-router'
import type { Client } from '#engines/contract.ts'
import type { Page } from '../client.ts'
import { handedIn } from './passkeys/ticket.ts'
import { secretOf } from '../form-text.ts'
import { proveByText } from '../prove-by-text.ts'
import { startSession } from '../session.ts'
import { refusedAnswer, staffPage } from './staff.ts'

export const loader = () => redirect('/can-bo')

/** Takes a password, a code or what a passkey said. */
export async function action(args: ActionFunctionArgs) {
  const page = staffPage(args)
  const form = await args.request.formData()
  try {
    const session = form.has('passkey')
      ? await proveByPasskey(page, args.request, form)
      : await proveByText(page, secretOf(form, 'proof'))
    return data({ proven: true as const }, { headers: startSession(page.publicUrl, session) })
  } catch (error) {
    return refusedAnswer(error, page, form)
  }
}

type Assertion = Parameters<Client['identity']['proveByPasskey']>[0]['assertion']

function proveByPasskey(page: Page, request: Request, form: FormData) {
  const { ticket, answer: assertion } = handedIn<Assertion>(page, request, form)
  return page.client.identity.proveByPasskey({ ticket, assertion })
}
