import { createContext, type RouterContextProvider } from 'react-router'
import type { Problem } from '#values/errors.ts'
import type { Language } from '#values/words.ts'
import type { Call } from '../operations/context.ts'

/** What pages are given by the process: the caller, the operations as that caller, and how to write cookies. */
export interface PageContext {
  readonly call: Call
  /** Why it is not known who calls, where that cannot be found out now, or a form is not of this browser; `call` is then nobody's. */
  readonly hindrance?: Problem | undefined
  readonly nonce: string
  readonly language: Language
  readonly publicUrl: string
  /** The scripts of a route by its id, for a page from which people go on to it. */
  scriptsOf(route: string): readonly string[]
  /** For the hidden field of the forms on the page; only pages that post ask for it. */
  formToken(): string
  /** The operations of all engines as this caller; typed by the site that uses them. */
  readonly client: unknown
  /** Puts a failure of ours into the log, with the number of the request. */
  fail(error: unknown): void
}

export const pageContext = createContext<PageContext>()

/** Where the page that was drawn for this request is left for whoever keeps it; nothing while a part of it failed. */
export const drawnPage = createContext<{ html?: string }>()

export type PageContextProvider = Readonly<RouterContextProvider>
