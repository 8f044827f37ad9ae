import type { ProblemKind } from './errors.ts'
import type { Limit } from './quota.ts'
import type { Words } from './words.ts'

/** What a route that streams says of itself, as operations do. */
export interface StreamOperation {
  readonly method: 'GET' | 'HEAD' | 'POST' | 'PATCH' | 'DELETE' | 'OPTIONS'
  /** With the names of parameters in braces; not below `/api`. */
  readonly path: `/${string}`
  readonly title: Words
  readonly permission: string
  /** What is taken, by the name of the header. */
  readonly headers?: Readonly<Record<string, { readonly says: string; readonly required?: boolean }>>
  /** How often it may be done, by whom; told with its answers. */
  readonly limits?: Readonly<Record<string, Limit>>
  /** The media type of what is sent. */
  readonly body?: string
  readonly answers: Readonly<
    Record<
      string,
      { readonly says: string; readonly headers?: readonly string[]; readonly content?: readonly string[] }
    >
  >
  readonly problems: Readonly<Record<string, ProblemKind>>
}
