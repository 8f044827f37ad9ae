import type { LoaderFunctionArgs } from 'react-router'
import { framedPdf } from '../framed-pdf.ts'
import { staffPage } from '../staff.ts'

/** A result of a draft filled with examples, for the viewer. */
export async function loader(args: LoaderFunctionArgs) {
  const { services } = staffPage(args).client
  const { id = '', number = '0' } = args.params
  return framedPdf(await services.previewDraftResult({ id, number: Number(number) }), `xem-thu-${number}`)
}
