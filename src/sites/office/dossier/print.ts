import type { LoaderFunctionArgs } from 'react-router'
import { framedPdf } from '../framed-pdf.ts'
import { staffPage } from '../staff.ts'

type Form = 'application' | 'result'

/** A printed form for the paper viewer. */
export async function loader(args: LoaderFunctionArgs) {
  const page = staffPage(args)
  const { id = '', form = '' } = args.params
  return framedPdf(await page.client.services.printForm({ id, form: form as Form }), form)
}
