import { Fragment } from 'react'
import { say, type Language } from '#values/words.ts'
import { Icon, type IconName } from '../Icon.tsx'
import { keymap, type Hint } from '../keymap.ts'
import { words } from '../words.ts'
import { Dialog } from './Dialog.tsx'

interface KeyBarProps {
  readonly language: Language
  readonly hints: readonly Hint[]
  readonly right?: { readonly text: string; readonly icon?: IconName; readonly tone?: 'late' | 'soon' }
  /** Dark for ten seconds after an act: what was done, and the key that takes it back. */
  readonly undo?: {
    readonly text: string
    readonly hint?: Hint | undefined
    /** The id of the form that does it. */ readonly form?: string
  }
}

/** The keys of this screen, at the foot; also where an act can be taken back. */
export function KeyBar({ language, hints, right, undo }: KeyBarProps) {
  return (
    <footer className={undo ? 'keybar keybar-undo' : 'keybar'} aria-label={say(words.keysOfScreen, language)}>
      <div role="status">
        {undo && (
          <>
            <Icon name={undo.hint ? 'arrow-back-up' : 'check'} />
            <span>{undo.text}</span>
            {undo.hint && (
              <button form={undo.form}>
                <Caps caps={undo.hint.caps} language={language} /> {undo.hint.text}
              </button>
            )}
          </>
        )}
      </div>
      {!undo && (
        <ul>
          {hints.map((hint) => (
            <li key={hint.caps.join() + hint.text}>
              <Caps caps={hint.caps} language={language} /> {hint.text}
            </li>
          ))}
        </ul>
      )}
      {right && (
        <p className={right.tone && `tone-${right.tone} toned`}>
          {right.icon && <Icon name={right.icon} />} {right.text}
        </p>
      )}
    </footer>
  )
}

const Caps = ({ caps, language }: { caps: readonly string[]; language: Language }) =>
  caps.map((cap, at) => (
    <Fragment key={cap}>
      {at > 0 && caps[0] === 'G' ? ` ${say(words.thereafter, language)} ` : ' '}
      {cap === '–' ? cap : <kbd>{cap}</kbd>}
    </Fragment>
  ))

interface KeyListProps {
  readonly language: Language
  readonly open: boolean
  readonly onClose: () => void
  readonly extra?: readonly Hint[]
}

/** What `?` shows: every key of the office, and those of this screen alone. */
export const KeyList = ({ language, open, onClose, extra }: KeyListProps) => (
  <Dialog language={language} open={open} onClose={onClose} title={say(words.keys, language)} size="normal">
    <AllKeys language={language} extra={extra} />
  </Dialog>
)

/** Every key of the office, and others if given. */
export function AllKeys({ language, extra = [] }: Pick<KeyListProps, 'language' | 'extra'>) {
  const all: readonly Hint[] = Object.values(keymap).map((entry) => ({
    caps: entry.caps,
    text: say(entry.words, language),
  }))
  return (
    <ul className="keylist">
      {[...all, ...extra].map((hint) => (
        <li key={hint.caps.join() + hint.text}>
          <span>{hint.text}</span>
          <span>
            <Caps caps={hint.caps} language={language} />
          </span>
        </li>
      ))}
    </ul>
  )
}
