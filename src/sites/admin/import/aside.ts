import type { LoaderFunctionArgs } from 'react-router'
import { staffPage } from '../../office/staff.ts'
import { workbookAnswer } from './workbook-answer.ts'

/** The lines that were set aside, with their reasons. */
export const loader = async (args: LoaderFunctionArgs) =>
  workbookAnswer(await staffPage(args).client.directory.getLinesAside({ id: args.params['id'] ?? '' }))
