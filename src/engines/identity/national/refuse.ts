import { Problem } from '#values/errors.ts'
import { nationalProblems } from '../contract/national.ts'

/** Refuses a sign-on; what was used up by it stays used. */
export function refuse(code: keyof typeof nationalProblems, cause?: unknown): never {
  throw new Problem(code, nationalProblems[code], { keepsWrites: true, cause })
}
