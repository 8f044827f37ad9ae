import type { LoaderFunctionArgs } from 'react-router'
import { staffPage } from '../../office/staff.ts'
import { workbookAnswer } from './workbook-answer.ts'

/** The template to fill in. */
export const loader = async (args: LoaderFunctionArgs) =>
  workbookAnswer(await staffPage(args).client.directory.getImportTemplate({}))
