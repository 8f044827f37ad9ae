import { data, redirect, type LoaderFunctionArgs } from 'react-router'
import { pageContext, type PageContext } from '#kernel/http/page-context.ts'
import { Problem } from '#values/errors.ts'
import type { Client } from '#engines/contract.ts'

type PageArgs = Pick<LoaderFunctionArgs, 'context' | 'request'>

export interface Page extends Omit<PageContext, 'client'> {
  readonly client: Client
}

/** The operations as the caller of this page, and who that is. */
export const pageOf = ({ context }: PageArgs): Page => context.get(pageContext) as Page

/** Runs what a page needs; a `Problem` becomes the page's answer: signing in first, or an error page with its status. */
export async function answered<Value>(work: () => Promise<Value>): Promise<Value> {
  try {
    return await work()
  } catch (error) {
    throw asResponse(error)
  }
}

/** The same, with nothing for what is not there, or not for this reader. */
export const unlessGone = <Value>(work: () => Promise<Value>): Promise<Value | undefined> =>
  answered(() =>
    work().catch((error: unknown) => {
      if (error instanceof Problem && error.status === 404) return undefined
      throw error
    }),
  )

export function asResponse(error: unknown): unknown {
  if (!(error instanceof Problem)) return error
  return data({ code: error.code, words: error.words, places: error.places }, { status: error.status })
}

/** Citizens and officials only; others sign in first and come back. */
export function mustBe(page: Page, kind: 'citizen' | 'staff', request: Request): void {
  if (page.call.actor.kind === kind) return
  const { pathname, search } = new URL(request.url)
  throw redirect(
    `${kind === 'staff' ? '/can-bo/dang-nhap' : '/dang-nhap'}?tiep=${encodeURIComponent(pathname + search)}`,
  )
}

/** A path of our own to go on to after signing in; anything else (another site, a trick with slashes) is the given place. */
export function safePath(path: string | null, otherwise: string): string {
  return path !== null && /^\/(?![/\\])[\w\-./?=&%]*$/.test(path) ? path : otherwise
}
