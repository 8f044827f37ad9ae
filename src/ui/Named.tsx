import type { ReactNode } from 'react'

/** The name of a unit, a post or a person: Vietnamese in any language, and spoken so by a screen reader on an English page. */
export const Named = ({ children }: { readonly children: ReactNode }) => <span lang="vi">{children}</span>
