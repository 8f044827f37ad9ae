import type { LoaderFunctionArgs } from 'react-router'
import type { Client } from '#engines/contract.ts'
import { framedPdf } from '../office/framed-pdf.ts'
import { staffPage } from '../office/staff.ts'

type Form = Parameters<Client['services']['printSample']>[0]['form']

/** A form filled with sample data, for the viewer. */
export async function loader(args: LoaderFunctionArgs) {
  const page = staffPage(args)
  const form = args.params['form'] as Form
  return framedPdf(await page.client.services.printSample({ form }), `mau-${form}`)
}
