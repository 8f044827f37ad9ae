import type { LoaderFunctionArgs } from 'react-router'
import { staffPage } from '../../office/staff.ts'
import { fileAnswer } from '../file-answer.ts'

/** The lines that were set aside, with their reasons. */
export const loader = async (args: LoaderFunctionArgs) =>
  fileAnswer(await staffPage(args).client.directory.getLinesAside({ id: args.params['id'] ?? '' }))
