import { rows, sql } from '#kernel/database/query.ts'
import type { Handlers } from '#kernel/operations/engine.ts'
import { templateDigest } from '#kernel/typst/template-digest.ts'
import { dateAt } from '#values/plain-date.ts'
import { validOn } from '#engines/directory/index.ts'
import type { formAdminContract } from '../contract/forms.ts'
import type { ServicesParts } from '../parts.ts'
import { formFacts } from '../print/form-facts.ts'
import type { PrintedForm } from '../print/print-form.ts'
import { printSample } from '../print/print-sample.ts'
import { pdfFile } from '../print/sheet.ts'
import { isComplete, procedureVersion } from './procedure.ts'

/** The printed forms as administrators look at them. */
export const formAdminHandlers = (parts: ServicesParts): Handlers<typeof formAdminContract> => ({
  async listPrintedForms(ctx) {
    const inForce = await rows(
      ctx.tx,
      sql<{ versionId: string }>`select p.version_id from services.procedure p
        where p.is_complete and ${validOn('p', dateAt(ctx.now()))} order by p.name`,
    )
    const procedures = await Promise.all(inForce.map(({ versionId }) => procedureVersion(ctx.tx, versionId)))
    const complete = procedures.filter(isComplete)
    return Promise.all(
      Object.entries(formFacts).map(async ([form, { number, name, when, law, isUsedBy }]) => ({
        form: form as PrintedForm,
        number,
        name,
        when,
        law,
        digest: await templateDigest(parts.templateFolders, `${form}.typ`),
        procedures: complete.filter(isUsedBy).map((one) => ({ code: one.code, name: one.everydayName ?? one.name })),
      })),
    )
  },

  async printSample(_ctx, { form }) {
    return pdfFile(await printSample(parts.printer, form), `mau-${form}.pdf`)
  },
})
