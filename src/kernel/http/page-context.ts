import { createContext, type RouterContextProvider } from 'react-router'
import type { Language } from '#values/words.ts'
import type { Call } from '../operations/context.ts'

/** What pages are given by the process: the caller, the operations as that caller, and how to write cookies. */
export interface PageContext {
  readonly call: Call
  readonly nonce: string
  readonly language: Language
  readonly publicUrl: string
  /** The operations of all engines as this caller; typed by the site that uses them. */
  readonly client: unknown
}

export const pageContext = createContext<PageContext>()

/** Where the page that was drawn for this request is left for whoever keeps it; nothing while a part of it failed. */
export const drawnPage = createContext<{ html?: string }>()

export type PageContextProvider = Readonly<RouterContextProvider>
