import type { ReactNode } from 'react'
import { classes } from '../class-names.ts'
import { Icon } from '../Icon.tsx'
import { describedBy, Field, type FieldFrame } from './Field.tsx'

type Width = 'short' | 'half' | 'full'

interface TextFieldProps extends FieldFrame {
  readonly value?: string
  readonly type?: 'text' | 'tel' | 'email' | 'password' | 'date' | 'search'
  readonly inputMode?: 'text' | 'numeric' | 'decimal' | 'tel' | 'email' | 'search'
  readonly autoComplete?: string
  readonly placeholder?: string
  readonly maxLength?: number
  readonly width?: Width
  /** Digits spaced for comparing with a card. */
  readonly digits?: boolean
  /** A unit after the typed text: "₫", "m²". */
  readonly unit?: string
  readonly required?: boolean
  readonly readOnly?: boolean
  readonly spellCheck?: boolean
  /** The id of a `datalist` that offers what can be typed. */
  readonly list?: string
}

/** One line of text. */
export function TextField({
  value,
  width = 'full',
  digits,
  unit,
  spellCheck = false,
  type = 'text',
  ...rest
}: TextFieldProps) {
  const { language, name, id = name, label, labelInLaw, hint, error, picture, after, required, ...input } = rest
  const control = (
    <input
      {...input}
      id={id}
      name={name}
      type={type}
      defaultValue={value}
      spellCheck={spellCheck}
      aria-required={required || undefined}
      aria-invalid={error !== undefined || undefined}
      aria-describedby={describedBy(id, { hint, error })}
      className={classes('input', `width-${width}`, digits && 'digits')}
    />
  )
  return (
    <Field {...{ language, id, label, labelInLaw, hint, error, picture, after }}>
      {unit ? <UnitBox unit={unit}>{control}</UnitBox> : control}
    </Field>
  )
}

const UnitBox = ({ unit, children }: { unit: string; children: ReactNode }) => (
  <span className="unit-box">
    {children}
    <span aria-hidden="true">{unit}</span>
  </span>
)

interface TextAreaProps extends FieldFrame {
  readonly value?: string
  readonly rows?: number
  readonly maxLength?: number
  readonly required?: boolean
}

/** Several lines of text. */
export function TextArea({ value, rows = 4, maxLength, required, ...frame }: TextAreaProps) {
  const { name, id = name, hint, error } = frame
  return (
    <Field {...frame} id={id}>
      <textarea
        id={id}
        name={name}
        rows={rows}
        maxLength={maxLength}
        defaultValue={value}
        aria-required={required || undefined}
        aria-invalid={error !== undefined || undefined}
        aria-describedby={describedBy(id, { hint, error })}
        className="input"
      />
    </Field>
  )
}

interface SelectFieldProps extends FieldFrame {
  readonly value?: string
  readonly width?: Width
  readonly options: readonly { readonly value: string; readonly text: string }[]
  readonly required?: boolean
}

/** One of many short answers; up to seven are better as {@link ChoiceCards}. */
export function SelectField({ value, width = 'full', options, required, ...frame }: SelectFieldProps) {
  const { name, id = name, hint, error } = frame
  return (
    <Field {...frame} id={id}>
      <span className={`select width-${width}`}>
        <select
          id={id}
          name={name}
          defaultValue={value}
          className="input"
          aria-required={required || undefined}
          aria-invalid={error !== undefined || undefined}
          aria-describedby={describedBy(id, { hint, error })}
        >
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.text}
            </option>
          ))}
        </select>
        <Icon name="chevron-down" />
      </span>
    </Field>
  )
}
