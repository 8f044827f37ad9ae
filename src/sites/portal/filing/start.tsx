import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from 'react-router'
import { mustBe, pageOf } from '../../client.ts'

/**
 * Signing in comes back here with GET: the button is then pressed for whoever pressed it before. A link from another site presses
 * nothing, it shows the procedure.
 */
export const loader = (args: LoaderFunctionArgs) =>
  args.request.headers.get('sec-fetch-site') === 'cross-site'
    ? redirect(`/thu-tuc/${encodeURIComponent(args.params['code'] ?? '')}`)
    : begin(args)

export const action = (args: ActionFunctionArgs) => begin(args)

async function begin(args: LoaderFunctionArgs) {
  const page = pageOf(args)
  mustBe(page, 'citizen', args.url)
  const { id, firstPage } = await page.client.services.startDraft({ code: args.params['code'] ?? '' })
  return redirect(`/nop/${id}/${firstPage}`)
}

/** Never drawn, but a page: what is refused gets the portal's page of the error. */
export default function Start() {
  return null
}
