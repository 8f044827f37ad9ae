import type { ReactNode } from 'react'
import { Icon } from '#ui/Icon.tsx'
import { describedBy, type FieldFrame } from '#ui/portal/Field.tsx'

interface FrameProps extends Pick<FieldFrame, 'label' | 'labelInLaw' | 'hint' | 'error'> {
  readonly id: string
  readonly children: ReactNode
}

/** Several questions under one heading: a person, an address, the rows of a group. */
export function Frame({ id, label, labelInLaw, hint, error, children }: FrameProps) {
  return (
    <div
      role="group"
      id={id}
      tabIndex={-1}
      className="field"
      aria-labelledby={`${id}-title`}
      aria-describedby={describedBy(id, { hint, error })}
    >
      <h2 id={`${id}-title`}>{label}</h2>
      {labelInLaw && (
        <p className="in-law" lang="vi">
          {labelInLaw}
        </p>
      )}
      {hint !== undefined && (
        <p className="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {error !== undefined && <FrameError id={id}>{error}</FrameError>}
      {children}
    </div>
  )
}

/** Where links of the error box lead to, where no heading is needed. */
export function Anchor({
  id,
  error,
  children,
}: {
  readonly id: string
  readonly error?: string
  readonly children: ReactNode
}) {
  return (
    <div id={id} tabIndex={-1}>
      {error !== undefined && <FrameError id={id}>{error}</FrameError>}
      {children}
    </div>
  )
}

const FrameError = ({ id, children }: { readonly id: string; readonly children: ReactNode }) => (
  <p className="error" id={`${id}-error`}>
    <Icon name="alert-circle" />
    <span>{children}</span>
  </p>
)
