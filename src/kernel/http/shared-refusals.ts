import type { ProblemKind } from '#values/errors.ts'
import { problemType } from './problem-response.ts'

/** Collects how operations may refuse: what many of them say alike stands once in the document, under its codes. */
export function createSharedRefusals() {
  const responses: Record<string, object> = {}

  /** By status, a reference to what is said under it. */
  const of = (kinds: Readonly<Record<string, ProblemKind>>): Record<string, object> => {
    const byStatus = Map.groupBy(Object.entries(kinds), ([, { status }]) => String(status))
    return Object.fromEntries(
      [...byStatus].map(([status, all]) => {
        const name = all
          .map(([code]) => code)
          .toSorted()
          .join('.')
        responses[name] = {
          description: all.map(([code, { message }]) => `\`${code}\`: ${message.en}`).join(' '),
          headers: { ...always, ...headersOf[status] },
          content: { [problemType]: { schema: { $ref: '#/components/schemas/Problem' } } },
        }
        return [status, { $ref: `#/components/responses/${name}` }]
      }),
    )
  }

  return { responses, of }
}

const header = (name: string) => ({ $ref: `#/components/headers/${name}` })

const always = { 'Content-Language': header('Content-Language') }

/** What is left of a limit, on every answer of an operation that has one. */
export const limitHeaders = Object.fromEntries(
  ['RateLimit-Limit', 'RateLimit-Remaining', 'RateLimit-Reset'].map((name) => [name, header(name)]),
)

const comeAgain = { 'Retry-After': header('Retry-After') }

const headersOf: Readonly<Record<string, object>> = {
  429: { ...comeAgain, ...limitHeaders },
  503: comeAgain,
  507: comeAgain,
}

const whole = { type: 'integer', minimum: 0 } as const

/** The headers that answers share. */
export const sharedHeaders = {
  'Content-Language': { description: 'The language of `title`.', schema: { enum: ['vi', 'en'] } },
  'Retry-After': { description: 'Seconds until it is worth trying again.', schema: whole },
  'RateLimit-Limit': { description: 'Tries that are free, of the limit with the least left.', schema: whole },
  'RateLimit-Remaining': { description: 'Tries that are left of it now.', schema: whole },
  'RateLimit-Reset': { description: 'Seconds until more tries are left.', schema: whole },
} as const
