import type { ReactNode } from 'react'
import { Icon, type IconName } from '../Icon.tsx'

interface EmptyStateProps {
  readonly title: string
  readonly icon?: IconName
  /** `good` when empty means finished. */
  readonly tone?: 'good' | 'paused'
  readonly text?: ReactNode
  /** What may be of help next, each with its sign. */
  readonly lines?: readonly { readonly icon: IconName; readonly text: ReactNode }[]
  readonly actions?: ReactNode
}

/** Nothing here: why, what comes next, where to go on. */
export const EmptyState = ({ title, icon = 'checks', tone = 'good', text, lines = [], actions }: EmptyStateProps) => (
  <div className="empty">
    <span className={`empty-sign tone-${tone}`}>
      <Icon name={icon} />
    </span>
    <div>
      <h2>{title}</h2>
      {text !== undefined && <p>{text}</p>}
      {lines.length > 0 && (
        <ul className="icon-lines">
          {lines.map((line, at) => (
            <li key={at}>
              <Icon name={line.icon} />
              <span>{line.text}</span>
            </li>
          ))}
        </ul>
      )}
      {actions !== undefined && <div className="action-row">{actions}</div>}
    </div>
  </div>
)

interface FailureProps {
  readonly title: string
  readonly text: ReactNode
  /** What was typed or done and is kept. */
  readonly kept?: { readonly title: string; readonly text: ReactNode }
  readonly actions?: ReactNode
  /** "Không phải lỗi máy. Mã để hỏi: TC-1124-0931" */
  readonly incident?: ReactNode
}

/** What happened, what was kept, what to do, the number to tell. Replaces only the column that failed. */
export const Failure = ({ title, text, kept, actions, incident }: FailureProps) => (
  <div className="failure" role="alert">
    <Icon name="alert-circle" className="failure-sign" />
    <div>
      <h2>{title}</h2>
      <p>{text}</p>
    </div>
    {kept && (
      <div className="notebox notebox-edge">
        <div>
          <p className="quiet">{kept.title}</p>
          {kept.text}
        </div>
      </div>
    )}
    {actions !== undefined && <div className="action-row">{actions}</div>}
    {incident !== undefined && <p className="failure-incident">{incident}</p>}
  </div>
)

/** How far a fetch over one second has come: a thin line on top of a column. */
export const ProgressTop = ({ percent, label }: { readonly percent: number; readonly label: string }) => (
  <progress className="progress-top" max={100} value={percent} aria-label={label} />
)

interface SavedNoteProps {
  readonly text: string
  readonly state?: 'saved' | 'saving' | 'offline'
}

/** "Đã lưu 10:42" */
export const SavedNote = ({ text, state = 'saved' }: SavedNoteProps) => (
  <span className={state === 'offline' ? 'saved tone-soon toned' : 'saved'} role="status">
    <Icon name={state === 'offline' ? 'wifi-off' : 'cloud-check'} /> {text}
  </span>
)
