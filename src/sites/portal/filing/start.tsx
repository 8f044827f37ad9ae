import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from 'react-router'
import { Problem } from '#values/errors.ts'
import { mustBe, pageOf } from '../../client.ts'

/** Signing in comes back here with GET: the button is then pressed for whoever pressed it before. */
export const loader = (args: LoaderFunctionArgs) => begin(args)
export const action = (args: ActionFunctionArgs) => begin(args)

async function begin(args: LoaderFunctionArgs) {
  const page = pageOf(args)
  mustBe(page, 'citizen', args.request)
  try {
    const { id, firstPage } = await page.client.services.startDraft({ code: args.params['code'] ?? '' })
    return redirect(`/nop/${id}/${firstPage}`)
  } catch (error) {
    if (!(error instanceof Problem)) throw error
    throw data({ code: error.code, words: error.words }, { status: error.status })
  }
}
