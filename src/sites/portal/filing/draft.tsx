import { Outlet, type LoaderFunctionArgs } from 'react-router'
import '#ui/portal/portal.css'
import { mustBe, pageOf } from '../../client.ts'
import type { RouteHandle } from '../../../root.tsx'

export { ErrorBoundary } from '../layout.tsx'

/** The pages of one application: hydrated, so that questions answer at once; each also works as a plain form. */
export const handle: RouteHandle = { scripts: true }

export async function loader(args: LoaderFunctionArgs) {
  const page = pageOf(args)
  mustBe(page, 'citizen', args.request)
  const draft = await page.client.services.getDraft({ id: args.params['id'] ?? '' })
  return { language: page.language, draft }
}

export default function DraftLayout() {
  return <Outlet />
}
