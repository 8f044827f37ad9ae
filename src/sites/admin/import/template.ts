import type { LoaderFunctionArgs } from 'react-router'
import { staffPage } from '../../office/staff.ts'
import { fileAnswer } from '../file-answer.ts'

/** The template to fill in. */
export const loader = async (args: LoaderFunctionArgs) =>
  fileAnswer(await staffPage(args).client.directory.getImportTemplate({}))
