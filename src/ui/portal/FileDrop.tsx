import type { ReactNode } from 'react'
import { classes } from '../class-names.ts'
import { Icon, type IconName } from '../Icon.tsx'

interface FileCardProps {
  readonly title: string
  /** "Ảnh chụp, 1,8 MB" */
  readonly meta?: string
  readonly picture?: ReactNode
  readonly badge?: ReactNode
  /** Gold edge: needs the reader's eye. */
  readonly attention?: boolean
  /** How much is sent, 0 … 100, and the amounts in words. */
  readonly progress?: { readonly percent: number; readonly text: string; readonly amount?: string }
  readonly children?: ReactNode
  readonly actions?: readonly FileAction[]
}

export interface FileAction {
  readonly icon: IconName
  readonly text: string
  readonly href?: string
  readonly name?: string
  readonly value?: string
  /** Instead of a form, where a script draws the card. */
  readonly press?: () => void
}

/** One file: what it is, whether it has come over whole, and what can be done with it. */
export function FileCard({ title, meta, picture, badge, attention, progress, children, actions = [] }: FileCardProps) {
  return (
    <div className={classes('card', 'file-card', attention && 'file-attention')}>
      <div className="file-top">
        {picture !== undefined && <div className="file-picture">{picture}</div>}
        <div>
          <h2>{title}</h2>
          {meta && <p className="note">{meta}</p>}
          {badge}
          {!progress && children}
        </div>
      </div>
      {progress && (
        <>
          <progress max={100} value={progress.percent} aria-label={`${title}: ${progress.text}`} />
          <p className="file-amount">
            <b>{progress.text}</b> {progress.amount}
          </p>
          {children}
        </>
      )}
      {actions.length > 0 && (
        <div className="file-actions">
          {actions.map((action) =>
            action.href ? (
              <a key={action.text} className="button button-quiet" href={action.href}>
                <FileActionFace {...action} about={title} />
              </a>
            ) : (
              <button
                key={action.text}
                className="button button-quiet"
                type={action.press ? 'button' : 'submit'}
                onClick={action.press}
                name={action.name}
                value={action.value}
              >
                <FileActionFace {...action} about={title} />
              </button>
            ),
          )}
        </div>
      )}
    </div>
  )
}

const FileActionFace = ({ icon, text, about }: { icon: IconName; text: string; about: string }) => (
  <>
    <Icon name={icon} />
    <span>
      {text}
      <span className="unseen"> {about}</span>
    </span>
  </>
)

interface FileDropProps {
  readonly title: string
  readonly hint: string
  readonly error?: string
  /** `image/*,.pdf` */
  readonly accept?: string
  /** Each is a plain file input; `camera` asks a phone for its camera. */
  readonly ways: readonly {
    readonly name: string
    readonly text: string
    readonly icon: IconName
    readonly camera?: boolean
    readonly several?: boolean
  }[]
}

/** Takes files as plain inputs, so it posts without a script; a script may accept drops on `data-drop`. */
export function FileDrop({ title, hint, error, accept, ways }: FileDropProps) {
  const id = ways[0]?.name ?? 'file'
  return (
    <fieldset className={classes('drop', error && 'drop-wrong')} data-drop="">
      <legend>{title}</legend>
      {error && (
        <p className="error" id={`${id}-error`}>
          <Icon name="alert-circle" />
          <span>{error}</span>
        </p>
      )}
      <div className="drop-ways">
        {ways.map((way) => (
          <div key={way.name} className="drop-way">
            <label htmlFor={way.name} className="button button-secondary">
              <Icon name={way.icon} />
              <span>{way.text}</span>
            </label>
            <input
              type="file"
              id={way.name}
              name={way.name}
              accept={accept}
              multiple={way.several}
              capture={way.camera ? 'environment' : undefined}
              aria-describedby={classes(`${id}-hint`, error && `${id}-error`)}
            />
          </div>
        ))}
      </div>
      <p className="note" id={`${id}-hint`}>
        {hint}
      </p>
    </fieldset>
  )
}
