import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from 'react-router'
import { Problem } from '#values/errors.ts'
import { mustBe, pageOf } from '../../client.ts'
import { textOf } from '../../form-text.ts'

/** What is known for a question page: fetched beside it, so that a register that is slow holds nobody up. */
export function loader(args: LoaderFunctionArgs) {
  const page = pageOf(args)
  mustBe(page, 'citizen', args.url)
  const { id = '', page: asked = '' } = args.params
  return page.client.services.findKnown({ id, page: asked })
}

/** Takes over what was offered, or says why it was corrected; what is no longer so, or says nothing, brings the page back as it is. */
export async function action(args: ActionFunctionArgs) {
  const page = pageOf(args)
  mustBe(page, 'citizen', args.url)
  const { id = '', page: asked = '' } = args.params
  try {
    const form = await args.request.formData()
    const field = textOf(form, 'giai-thich')
    if (field === '') await page.client.services.acceptKnown({ id, offer: textOf(form, 'offer') })
    else await page.client.services.explainCorrection({ id, field, reason: textOf(form, `ly-do-${field}`) })
  } catch (error) {
    if (!(error instanceof Problem && [404, 409, 422].includes(error.status))) throw error
  }
  return redirect(`/nop/${id}/${asked}`)
}
