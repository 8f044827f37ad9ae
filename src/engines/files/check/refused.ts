import type { RefusalCode } from '../refusals.ts'

/** Thrown by checks; anything else thrown by them means that the file is not what it says. */
export class Refused extends Error {
  readonly code: RefusalCode

  constructor(code: RefusalCode, detail = '') {
    super(`${code} ${detail}`)
    this.code = code
  }
}

export function refuse(code: RefusalCode, detail?: string): never {
  throw new Refused(code, detail)
}
