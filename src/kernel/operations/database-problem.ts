import { Problem, problems } from '#values/errors.ts'

const unavailable = new Set(['ECONNREFUSED', 'ECONNRESET', 'ENOENT', 'EPIPE', 'ETIMEDOUT'])

/** A disk that cannot be read or written, of this machine or of the database (class 58), and memory or files that are used up. */
const failing = new Set(['EIO', 'EROFS', 'EMFILE', 'ENFILE', 'ENOMEM', '58000', '58030', '53200'])

/** Whether somebody has to look at the machine: trying again alone may not help. */
export const isMachineFailing = (error: unknown): boolean => {
  const cause = error instanceof Problem ? error.cause : error
  return failing.has(codeOf(cause) ?? '')
}

/**
 * What a thrown thing means to the caller: a `Problem` as it is; the database or a disk away, full or too busy → 503, 507; a lost race →
 * 409; a reference to what is not there → 404; a row that a check
 * of its table refuses → 422. Undefined = our own mistake.
 */
export function asProblem(error: unknown): Problem | undefined {
  if (error instanceof Problem) return error
  const code = codeOf(error)
  if (code === undefined) return isTimeout(error) ? busy(error) : undefined
  if (unavailable.has(code) || failing.has(code) || code.startsWith('08') || code.startsWith('57P') || code === '53300')
    return busy(error)
  if (code === '53100') return new Problem('storageFull', problems.storageFull, { cause: error, retryAfterSeconds: 60 })
  if (code === '55P03' || code === '57014') return busy(error)
  if (code === '40001' || code === '40P01' || code === '23505')
    return new Problem('conflict', problems.conflict, { cause: error })
  if (code === '23514') return new Problem('invalidInput', problems.invalidInput, { cause: error })
  if (code === '23503') return new Problem('notFound', problems.notFound, { cause: error })
  return undefined
}

const busy = (cause: unknown) => new Problem('busy', problems.busy, { cause, retryAfterSeconds: 2 })

const codeOf = (error: unknown): string | undefined => {
  const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined
  return typeof code === 'string' ? code : undefined
}

// What `pg` throws without a code when a connection could not be had or broke under a query.
const isTimeout = (error: unknown): boolean =>
  error instanceof Error &&
  /timeout exceeded when trying to connect|Connection terminated|is not queryable/i.test(error.message)
