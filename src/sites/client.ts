import { redirect, type LoaderFunctionArgs } from 'react-router'
import { pageContext, type PageContext } from '#kernel/http/page-context.ts'
import { Problem } from '#values/errors.ts'
import type { Client } from '#engines/contract.ts'

type PageArgs = Pick<LoaderFunctionArgs, 'context'>

export interface Page extends Omit<PageContext, 'client'> {
  readonly client: Client
}

/** The operations as the caller of this page, and who that is. Throws when that cannot be found out now. */
export function pageOf({ context }: PageArgs): Page {
  const page = context.get(pageContext)
  if (page.hindrance !== undefined) throw page.hindrance
  return page as Page
}

/** What a page asks for, or nothing for what is not there, or not for this reader. */
export const unlessGone = <Value>(work: () => Promise<Value>): Promise<Value | undefined> =>
  work().catch((error: unknown) => {
    if (error instanceof Problem && error.status === 404) return undefined
    throw error
  })

const signInPath = { citizen: '/dang-nhap', staff: '/can-bo/dang-nhap' }
const factorPath = '/can-bo/tai-khoan'
const passwordPath = { citizen: '/trang-cua-toi/mat-khau', staff: '/can-bo/mat-khau' }

/**
 * Citizens and officials only; others sign in first and come back. Whoever must change their password or add a second factor does that
 * first. Asked with the
 * address of the page (`args.url`): what a script fetches for it has another, where nobody can read.
 */
export function mustBe(page: Page, kind: 'citizen' | 'staff', { pathname, search }: URL): void {
  const back = encodeURIComponent(pathname + search)
  if (page.call.actor.kind !== kind) throw redirect(`${signInPath[kind]}?tiep=${back}`)
  const { mustChangePassword, mustAddFactor } = page.call.actor
  if (mustChangePassword && pathname !== passwordPath[kind])
    throw redirect(`${passwordPath[kind]}?phai=${mustChangePassword === 'once' ? 1 : 'cu'}&tiep=${back}`)
  if (mustAddFactor && pathname !== factorPath) throw redirect(`${factorPath}?phai=1&tiep=${back}`)
}

/** A path of our own to go on to after signing in; anything else (another site, a trick with slashes) is the given place. */
export function safePath(path: string | null, otherwise: string): string {
  return path !== null && /^\/(?![/\\])[\w\-./?=&%]*$/.test(path) ? path : otherwise
}
