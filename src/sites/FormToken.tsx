import { useRouteLoaderData } from 'react-router'
import { formTokenField } from '#values/form-token.ts'
import type { loader } from '../root.tsx'

interface FormTokenProps {
  /** Of pages for strangers; whoever is signed in has one on every page. */
  readonly token?: string
}

/** In every posted form: it was drawn for this browser. The server takes no other. */
export function FormToken({ token }: FormTokenProps) {
  const ours = useFormToken()
  return <input type="hidden" name={formTokenField} value={token ?? ours[formTokenField]} />
}

/** The same, for what is posted without a form. */
export function useFormToken() {
  const { formToken } = useRouteLoaderData('root') as ReturnType<typeof loader>
  return { [formTokenField]: formToken ?? '' } as const
}
