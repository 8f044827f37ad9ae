import type { ReactNode } from 'react'
import { FormToken } from '../../FormToken.tsx'

export interface SenderFormProps {
  /** Of a page for strangers. */
  readonly formToken?: string
  /** Sent again with each form, where there is no account. */
  readonly lookUpCode?: string
}

/** What a sender answers on the page of what they sent. */
export const SenderForm = ({ formToken, lookUpCode, children }: SenderFormProps & { readonly children: ReactNode }) => (
  <form method="post" action={lookUpCode === undefined ? undefined : '/hoi-dap/tra-cuu'} className="stack">
    <FormToken {...(formToken !== undefined && { token: formToken })} />
    {lookUpCode !== undefined && <input type="hidden" name="ma" value={lookUpCode} />}
    {children}
  </form>
)
