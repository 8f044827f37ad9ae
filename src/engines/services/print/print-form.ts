import type { z } from 'zod'
import type { Printer } from '#kernel/typst/printer.ts'
import { qrSvg } from '#values/qr-code.ts'
import { ApologyNotice } from './apology-notice.ts'
import { ApplicationForm } from './application-form.ts'
import { ControlSlip } from './control-slip.ts'
import { DossierBook } from './dossier-book.ts'
import { HandoverList } from './handover-list.ts'
import { PostalList } from './postal-list.ts'
import { ReceiptSlip } from './receipt-slip.ts'
import { RejectionSlip } from './rejection-slip.ts'
import { ResultsList } from './results-list.ts'
import { ResultDocument } from './result-document.ts'
import { SupplementRequest } from './supplement-request.ts'

/** The printed forms and the shape of the data of each. The template of a form is `<name>.typ` in the printer's folders. */
export const printedForms = {
  'receipt-slip': ReceiptSlip,
  'supplement-request': SupplementRequest,
  'rejection-slip': RejectionSlip,
  'apology-notice': ApologyNotice,
  'control-slip': ControlSlip,
  'dossier-book': DossierBook,
  result: ResultDocument,
  application: ApplicationForm,
  'handover-list': HandoverList,
  'postal-list': PostalList,
  'results-list': ResultsList,
} as const

export type PrintedForm = keyof typeof printedForms
export type PrintedData<Form extends PrintedForm> = z.input<(typeof printedForms)[Form]>

/** One form as PDF. Data that do not fit throw a ZodError: they are put together by the platform, not by a caller. */
export async function printForm<Form extends PrintedForm>(
  printer: Printer,
  form: Form,
  data: PrintedData<Form>,
): Promise<Uint8Array<ArrayBuffer>> {
  return printer.pdf(`${form}.typ`, withQrCode(printedForms[form].parse(data)))
}

/** The same as a picture (SVG), for a look before it is printed. */
export const pictureForm = <Form extends PrintedForm>(
  printer: Printer,
  form: Form,
  data: PrintedData<Form>,
): Promise<string> => printer.svg(`${form}.typ`, withQrCode(printedForms[form].parse(data)))

/** Templates draw the code of the address as an image; paper itself is its quiet border. */
function withQrCode<Sheet extends object>(sheet: Sheet): object {
  const verification = 'verification' in sheet ? (sheet.verification as { url: string } | undefined) : undefined
  if (verification === undefined) return sheet
  return { ...sheet, verification: { ...verification, qr: qrSvg(verification.url, { quiet: 0 }) } }
}
