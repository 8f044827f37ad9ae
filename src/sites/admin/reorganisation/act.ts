import { redirect, type ActionFunctionArgs } from 'react-router'
import { textOf } from '../../form-text.ts'
import { refusedAnswer, staffPage } from '../../office/staff.ts'
import { planAfter } from './read-change.ts'
import { changeKinds } from './words.ts'

/** Everything that is done with one reorganisation: its plan is changed, it is scheduled, or taken back. */
export async function changeReorganisation(args: ActionFunctionArgs) {
  const page = staffPage(args)
  const { directory } = page.client
  const form = await args.request.formData()
  const id = args.params['id'] ?? ''
  const what = textOf(form, 'viec')
  const revision = Number(textOf(form, 'lan-sua'))
  try {
    if (what === 'hen') await directory.scheduleReorganization({ id, revision })
    else if (what === 'hoan-tac') await directory.undoReorganization({ id, revision })
    else {
      const { plan } = await directory.getReorganization({ id })
      await directory.saveReorganization({ id, revision, plan: await planAfter(page.client, plan, form) })
    }
  } catch (error) {
    return refusedAnswer(error, page, form)
  }
  // Of the same kind more may follow: its form stays open.
  const again = changeKinds.some((kind) => kind === what) ? `?them=${what}` : ''
  return redirect(`/quan-tri/sap-xep/${id}${again}`)
}
