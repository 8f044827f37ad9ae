import type { LoaderFunctionArgs } from 'react-router'
import { staffPage } from '../../office/staff.ts'
import { fileAnswer } from '../file-answer.ts'

/** The records that were set aside as they came, with their reasons. */
export const loader = async (args: LoaderFunctionArgs) =>
  fileAnswer(await staffPage(args).client.services.getCatalogueAside({ id: args.params['id'] ?? '' }))
