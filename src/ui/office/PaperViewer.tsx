import type { ReactNode } from 'react'
import { Icon } from '../Icon.tsx'
import { FilterChips, type Chip } from './Tabs.tsx'

interface PaperViewerProps {
  readonly label: string
  readonly papers: readonly Chip[]
  /** Position and tools: "1 / 2", zoom. */
  readonly tools?: ReactNode
  readonly signature?: {
    readonly tone: 'good' | 'late' | 'soon'
    readonly text: string
    readonly link?: { readonly href: string; readonly text: string }
  }
  /** {@link Paper} sheets or images of pages. */
  readonly children: ReactNode
}

const shields = { good: 'shield-check', late: 'shield-x', soon: 'shield-question' } as const

/** Papers to leaf through on a desk, and who signed them. */
export function PaperViewer({ label, papers, tools, signature, children }: PaperViewerProps) {
  return (
    <section className="pane pane-desk viewer" aria-label={label}>
      <FilterChips bar label={label} chips={papers} right={tools} />
      <div className="pane-body" tabIndex={0} role="group" aria-label={label}>
        {children}
      </div>
      {signature && (
        <p className="viewer-sign">
          <span className={`tone-${signature.tone} toned`}>
            <Icon name={shields[signature.tone]} />
          </span>
          <span>{signature.text}</span>
          {signature.link && <a href={signature.link.href}>{signature.link.text}</a>}
        </p>
      )}
    </section>
  )
}
