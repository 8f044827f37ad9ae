import { Outlet, redirect, type LoaderFunctionArgs } from 'react-router'
import '#ui/portal/portal.css'
import { mustBe, pageOf, unlessGone } from '../../client.ts'
import type { RouteHandle } from '../../../root.tsx'

export { ErrorBoundary } from '../layout.tsx'

/** The pages of one application: hydrated, so that questions answer at once; each also works as a plain form. */
export const handle: RouteHandle = { scripts: true }

export async function loader(args: LoaderFunctionArgs) {
  const page = pageOf(args)
  mustBe(page, 'citizen', args.url)
  const id = args.params['id'] ?? ''
  const draft = await unlessGone(() => page.client.services.getDraft({ id }))
  // An application keeps its id when it is sent: an old tab or a mark leads to what became of it.
  if (draft === undefined) throw redirect(`/trang-cua-toi/ho-so/${encodeURIComponent(id)}`)
  return { language: page.language, draft }
}

export default function DraftLayout() {
  return <Outlet />
}
