import { Outlet, redirect, useRouteError, type LoaderFunctionArgs } from 'react-router'
import { pageContext } from '#kernel/http/page-context.ts'
import '#ui/portal/portal.css'
import type { Page } from '../client.ts'
import { FailedPage } from './FailedPage.tsx'

/** What is left of this site where citizens file on another portal: what papers lead to, and what is public. */
const stays =
  /^\/(noi-nop|tra-cuu|kiem-tra|hoi-dap|danh-gia|hai-long|so-lieu|so-niem-phong|kha-nang-tiep-can|lap-trinh|du-lieu-ca-nhan)(\/|$)/

export async function loader({ context, url }: LoaderFunctionArgs) {
  // Asks nothing of the database, so also while that is away.
  const { client } = context.get(pageContext) as Page
  const { citizensAt } = await client.identity.listSignInWays({})
  if (citizensAt !== null && !stays.test(url.pathname)) throw redirect('/noi-nop')
  return null
}

export default function PortalLayout() {
  return <Outlet />
}

export function ErrorBoundary() {
  return <FailedPage error={useRouteError()} />
}
