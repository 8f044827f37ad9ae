import { Outlet, useRouteError, type LoaderFunctionArgs } from 'react-router'
import '#ui/portal/portal.css'
import { pageContext } from '#kernel/http/page-context.ts'
import { FailedPage } from './FailedPage.tsx'

export function loader(args: LoaderFunctionArgs) {
  // The frame stands even while nobody can be recognised.
  const { language, call } = args.context.get(pageContext)
  const { kind, name } = call.actor
  return { language, name: kind === 'citizen' ? name : undefined }
}

export default function PortalLayout() {
  return <Outlet />
}

export function ErrorBoundary() {
  return <FailedPage error={useRouteError()} />
}
