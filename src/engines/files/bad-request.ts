import { Problem } from '#values/errors.ts'
import { filesProblems } from './problems.ts'

export const badRequest = (path: string): never => {
  throw new Problem('uploadRequest', filesProblems.uploadRequest, {
    places: [{ path, message: { vi: 'Thiếu hoặc không đúng.', en: 'Missing or not right.' } }],
  })
}
