import type { ReactNode } from 'react'
import { say, type Language } from '#values/words.ts'
import { classes } from '../class-names.ts'
import { Icon } from '../Icon.tsx'
import { words } from '../words.ts'

/** What every field may say around itself. */
export interface FieldFrame {
  readonly language: Language
  readonly name: string
  /** Defaults to the name; error links lead to it. */
  readonly id?: string
  readonly label: string
  /** For screen readers only, where a title above says the same; groups alone. */
  readonly labelUnseen?: boolean | undefined
  /** The Vietnamese term under an English label. */
  readonly labelInLaw?: string
  readonly hint?: ReactNode
  readonly error?: string
  /** A drawing of where to look, right of the field, below it on a phone. */
  readonly picture?: ReactNode
  /** Below the field: a link for those whom the question does not fit, the earlier value. */
  readonly after?: ReactNode
}

interface FieldProps extends Omit<FieldFrame, 'name'> {
  readonly id: string
  readonly children: ReactNode
}

/** Label, hint, error and one control. */
export function Field({ language, id, label, labelInLaw, hint, error, picture, after, children }: FieldProps) {
  return (
    <div className={classes('field', error && 'field-wrong', picture !== undefined && 'field-pictured')}>
      <div className="field-main">
        <label htmlFor={id}>{label}</label>
        <FieldSays language={language} id={id} labelInLaw={labelInLaw} hint={hint} error={error} />
        {children}
      </div>
      {picture !== undefined && <div className="field-picture">{picture}</div>}
      {after !== undefined && <div className="field-after">{after}</div>}
    </div>
  )
}

/** The same around a group of controls. */
export function FieldGroup({
  language,
  id,
  label,
  labelUnseen,
  labelInLaw,
  hint,
  error,
  after,
  children,
}: Omit<FieldProps, 'picture'> & Pick<FieldFrame, 'labelUnseen'>) {
  return (
    <fieldset
      id={id}
      tabIndex={-1}
      className={classes('field', error && 'field-wrong')}
      aria-describedby={describedBy(id, { hint, error })}
    >
      <legend className={labelUnseen ? 'unseen' : undefined}>{label}</legend>
      <FieldSays language={language} id={id} labelInLaw={labelInLaw} hint={hint} error={error} />
      {children}
      {after !== undefined && <div className="field-after">{after}</div>}
    </fieldset>
  )
}

/** The ids that `aria-describedby` of a control names; undefined when there is nothing to say. */
export const describedBy = (id: string, said: { hint?: ReactNode; error?: string }): string | undefined =>
  classes(said.hint !== undefined && `${id}-hint`, said.error !== undefined && `${id}-error`)

function FieldSays({
  language,
  id,
  labelInLaw,
  hint,
  error,
}: Pick<FieldProps, 'language' | 'id' | 'labelInLaw' | 'hint' | 'error'>) {
  return (
    <>
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
      {error !== undefined && (
        <p className="error" id={`${id}-error`}>
          <Icon name="alert-circle" />
          <span>
            <span className="unseen">{say(words.error, language)}: </span>
            {error}
          </span>
        </p>
      )}
    </>
  )
}
