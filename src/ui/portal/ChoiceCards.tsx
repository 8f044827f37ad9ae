import type { ReactNode } from 'react'
import { describedBy, FieldGroup, type FieldFrame } from './Field.tsx'

export interface Choice {
  readonly value: string
  readonly label: string
  readonly labelInLaw?: string
  readonly hint?: ReactNode
}

interface ChoiceCardsProps extends Omit<FieldFrame, 'picture'> {
  readonly kind: 'one' | 'several'
  readonly choices: readonly Choice[]
  readonly chosen?: readonly string[]
}

/** Answers as cards to tick: radios for `one`, check boxes (all posting the same name) for `several`. */
export function ChoiceCards({ kind, choices, chosen = [], ...frame }: ChoiceCardsProps) {
  const { name, id = name, error } = frame
  return (
    <FieldGroup {...frame} id={id}>
      <div className="choices">
        {choices.map((choice) => {
          const choiceId = `${id}-${choice.value}`
          return (
            <label key={choice.value} className="choice">
              <input
                type={kind === 'one' ? 'radio' : 'checkbox'}
                id={choiceId}
                name={name}
                value={choice.value}
                defaultChecked={chosen.includes(choice.value)}
                aria-describedby={describedBy(choiceId, { hint: choice.hint })}
                aria-invalid={(error !== undefined && kind === 'several') || undefined}
              />
              <span className="choice-face">
                <b>{choice.label}</b>
                {choice.labelInLaw && (
                  <span className="in-law" lang="vi">
                    {choice.labelInLaw}
                  </span>
                )}
                {choice.hint !== undefined && (
                  <span className="hint" id={`${choiceId}-hint`}>
                    {choice.hint}
                  </span>
                )}
              </span>
            </label>
          )
        })}
      </div>
    </FieldGroup>
  )
}

interface CheckFieldProps {
  readonly name: string
  readonly id?: string
  readonly value?: string
  readonly checked?: boolean
  readonly error?: string
  readonly children: ReactNode
}

/** One sentence to agree to. */
export function CheckField({ name, id = name, value = 'yes', checked, error, children }: CheckFieldProps) {
  return (
    <div className={error ? 'agree agree-wrong' : 'agree'}>
      {error && (
        <p className="error" id={`${id}-error`}>
          {error}
        </p>
      )}
      <label className="tick">
        <input
          type="checkbox"
          id={id}
          name={name}
          value={value}
          defaultChecked={checked}
          aria-invalid={error ? true : undefined}
          aria-describedby={error && `${id}-error`}
        />
        <span>{children}</span>
      </label>
    </div>
  )
}
