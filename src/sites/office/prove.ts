import { data, redirect, type ActionFunctionArgs } from 'react-router'
import { secretOf } from '../form-text.ts'
import { startSession } from '../session.ts'
import { refusedAnswer, staffPage } from './staff.ts'

export const loader = () => redirect('/can-bo')

/** Takes a password or a code; six digits are a code, and so is what looks like a recovery code: no password is so short, or so shaped. */
export async function action(args: ActionFunctionArgs) {
  const page = staffPage(args)
  const form = await args.request.formData()
  const proof = secretOf(form, 'proof')
  try {
    const session = await page.client.identity.proveIdentity(isCode(proof) ? { code: proof } : { password: proof })
    return data({ proven: true as const }, { headers: startSession(page.publicUrl, session) })
  } catch (error) {
    return refusedAnswer(error, page, form)
  }
}

const isCode = (text: string): boolean => /^\s*(\d{3} ?\d{3}|\d-\w{5}-\w{5})\s*$/.test(text)
