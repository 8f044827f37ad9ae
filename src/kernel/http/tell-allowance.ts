import type { Allowance } from '#values/brake.ts'

/** What is left of a limit, in the headers of an answer. */
export function tellAllowance(headers: Headers, { limit, remaining, resetSeconds }: Allowance): void {
  headers.set('RateLimit-Limit', String(limit))
  headers.set('RateLimit-Remaining', String(remaining))
  headers.set('RateLimit-Reset', String(resetSeconds))
}
