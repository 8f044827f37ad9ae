import { Outlet, useRouteError } from 'react-router'
import '#ui/portal/portal.css'
import { FailedPage } from './FailedPage.tsx'

export default function PortalLayout() {
  return <Outlet />
}

export function ErrorBoundary() {
  return <FailedPage error={useRouteError()} />
}
