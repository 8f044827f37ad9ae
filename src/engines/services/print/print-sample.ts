import type { Printer } from '#kernel/typst/printer.ts'
import { printForm, type PrintedData, type PrintedForm } from './print-form.ts'
import * as samples from './samples.ts'

/** Each form filled with a made-up case. */
export const sampleSheets: { readonly [Form in PrintedForm]: PrintedData<Form> } = {
  'receipt-slip': samples.sampleReceiptSlip,
  'supplement-request': samples.sampleSupplementRequest,
  'rejection-slip': samples.sampleRejectionSlip,
  'apology-notice': samples.sampleApologyNotice,
  'control-slip': samples.sampleControlSlip,
  'dossier-book': samples.sampleDossierBook(3),
  result: samples.sampleDecision,
  application: samples.sampleApplication,
  'handover-list': samples.sampleHandoverList,
  'postal-list': samples.samplePostalList,
  'results-list': samples.sampleResultsList,
}

/** A form as it would be printed, of a made-up case. */
export const printSample = (printer: Printer, form: PrintedForm): Promise<Uint8Array<ArrayBuffer>> =>
  printForm(printer, form, sampleSheets[form])
