import { z } from 'zod'
import { operation } from '#values/operation.ts'
import { SaidWords } from './shapes.ts'

const Form = z.enum([
  'receipt-slip',
  'supplement-request',
  'rejection-slip',
  'apology-notice',
  'control-slip',
  'dossier-book',
  'handover-list',
  'postal-list',
  'results-list',
  'application',
  'result',
])

export const formAdminContract = {
  listPrintedForms: operation(
    { title: { vi: 'Các mẫu in', en: 'Printed forms' }, kind: 'read', permission: 'procedure.read' },
    { method: 'GET', path: '/services/printed-forms' },
  )
    .input(z.strictObject({}))
    .output(
      z.array(
        z.object({
          form: Form,
          /** As the circular numbers it. */
          number: z.string().optional(),
          name: SaidWords,
          when: SaidWords,
          /** The document that sets its shape. */
          law: SaidWords,
          /** Over the template and what it imports: another digest, another version of the form. */
          digest: z.string(),
          /** The procedures in force that print it. */
          procedures: z.array(z.object({ code: z.string(), name: SaidWords })),
        }),
      ),
    ),

  printSample: operation(
    {
      title: { vi: 'In thử một mẫu', en: 'Print a form with sample data' },
      kind: 'read',
      permission: 'procedure.read',
      answersFile: 'application/pdf',
    },
    { method: 'GET', path: '/services/printed-forms/{form}/sample' },
  )
    .input(z.strictObject({ form: Form }))
    .output(z.instanceof(Blob)),
}
