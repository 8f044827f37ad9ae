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

/** Takes over what was offered; what is no longer so brings the page back as it is. */
export async function action(args: ActionFunctionArgs) {
  const page = pageOf(args)
  mustBe(page, 'citizen', args.url)
  const { id = '', page: asked = '' } = args.params
  try {
    await page.client.services.acceptKnown({ id, offer: textOf(await args.request.formData(), 'offer') })
  } catch (error) {
    if (!(error instanceof Problem && error.status === 409)) throw error
  }
  return redirect(`/nop/${id}/${asked}`)
}
