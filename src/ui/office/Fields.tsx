import type { ReactNode } from 'react'
import { classes } from '../class-names.ts'
import { Icon, type IconName } from '../Icon.tsx'

interface FieldFrame {
  readonly name: string
  readonly id?: string
  readonly label: ReactNode
  readonly labelUnseen?: boolean
  readonly hint?: string
  readonly error?: string
}

interface FieldProps extends Omit<FieldFrame, 'name'> {
  readonly id: string
  readonly children: ReactNode
}

/** Label, control, remark. */
export const Field = ({ id, label, labelUnseen, hint, error, children }: FieldProps) => (
  <div className={classes('field', error && 'field-wrong')}>
    <label htmlFor={id} className={labelUnseen ? 'unseen' : undefined}>
      {label}
    </label>
    {children}
    {error ? (
      <p className="field-error" id={`${id}-says`}>
        <Icon name="alert-circle" /> {error}
      </p>
    ) : (
      hint && (
        <p className="field-hint" id={`${id}-says`}>
          {hint}
        </p>
      )
    )}
  </div>
)

interface TextFieldProps extends FieldFrame {
  /** The first value; with `onText` the owner keeps it. */
  readonly value?: string
  readonly onText?: (text: string) => void
  /** More than one line. */
  readonly rows?: number
  readonly type?: 'text' | 'date' | 'search' | 'number' | 'password' | 'datetime-local' | 'time'
  readonly icon?: IconName
  /** Words or a key cap at the right inside. */
  readonly after?: ReactNode
  readonly placeholder?: string
  readonly required?: boolean
  readonly readOnly?: boolean
  readonly code?: boolean
  readonly autoFocus?: boolean
  readonly autoComplete?: string
}

/** For what is ready to be typed into: browsers heed `autofocus` on the first page of a tab at most. */
export const focusFirst = (element: HTMLElement | null): void => {
  if (document.activeElement === document.body) element?.focus()
}

/** One line or several of text. */
export function TextField({
  value,
  onText,
  rows,
  type = 'text',
  icon,
  after,
  code,
  required,
  ...rest
}: TextFieldProps) {
  const { name, id = name, label, labelUnseen, hint, error, ...input } = rest
  const common = {
    ...input,
    id,
    name,
    ...(input.autoFocus && { ref: focusFirst }),
    className: classes('input', code && 'code'),
    'aria-required': required || undefined,
    'aria-invalid': error !== undefined || undefined,
    'aria-describedby': (error ?? hint) === undefined ? undefined : `${id}-says`,
    ...(onText
      ? { value: value ?? '', onChange: (event: { target: { value: string } }) => onText(event.target.value) }
      : { defaultValue: value }),
  }
  return (
    <Field {...{ id, label, labelUnseen, hint, error }}>
      {rows ? (
        <textarea {...common} rows={rows} />
      ) : (
        <span className={classes('input-box', icon && 'has-icon')}>
          {icon && <Icon name={icon} />}
          <input {...common} type={type} />
          {after !== undefined && <span className="input-after">{after}</span>}
        </span>
      )}
    </Field>
  )
}

interface SelectFieldProps extends FieldFrame {
  readonly value?: string
  readonly onText?: (value: string) => void
  readonly options: readonly { readonly value: string; readonly text: string }[]
}

/** One of few known values. */
export function SelectField({ value, onText, options, ...frame }: SelectFieldProps) {
  const { name, id = name } = frame
  return (
    <Field {...frame} id={id}>
      <span className="input-box select">
        <select
          id={id}
          name={name}
          className="input"
          aria-invalid={frame.error !== undefined || undefined}
          {...(onText ? { value, onChange: (event) => onText(event.target.value) } : { defaultValue: value })}
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

interface CheckProps {
  readonly name: string
  readonly value?: string
  readonly checked?: boolean
  /** With it the owner keeps the state; without, the form does. */
  readonly onCheck?: (checked: boolean) => void
  readonly count?: string | number
  readonly strong?: boolean
  /** The form that it belongs to, where it stands outside. */
  readonly form?: string
  readonly children: ReactNode
}

/** A line to tick, with a count at the right in filters. */
export const Check = ({ name, value = 'yes', checked, onCheck, count, strong, form, children }: CheckProps) => (
  <label className={classes('check-line', strong && 'is-strong')}>
    <input
      type="checkbox"
      className="check"
      name={name}
      form={form}
      value={value}
      {...(onCheck ? { checked, onChange: (event) => onCheck(event.target.checked) } : { defaultChecked: checked })}
    />
    <span>{children}</span>
    {count !== undefined && <span className="check-count">{count}</span>}
  </label>
)

interface RadioChipsProps {
  readonly name: string
  readonly legend: string
  readonly value?: string
  readonly onValue?: (value: string) => void
  readonly error?: string | undefined
  readonly options: readonly { readonly value: string; readonly text: string; readonly icon?: IconName }[]
}

/** Few choices of which one holds, in one line; the first bears the name as its id, for links to what is wrong. */
export const RadioChips = ({ name, legend, value, onValue, error, options }: RadioChipsProps) => (
  <fieldset className="radio-chips">
    <legend>{legend}</legend>
    <div>
      {options.map((option, at) => (
        <label key={option.value}>
          <input
            type="radio"
            id={at === 0 ? name : undefined}
            aria-describedby={error === undefined ? undefined : `${name}-says`}
            name={name}
            value={option.value}
            {...(onValue
              ? { checked: option.value === value, onChange: () => onValue(option.value) }
              : { defaultChecked: option.value === value })}
          />
          <span className="chip">
            {option.icon && <Icon name={option.icon} />}
            {option.text}
          </span>
        </label>
      ))}
    </div>
    {error !== undefined && (
      <p className="field-error" id={`${name}-says`}>
        <Icon name="alert-circle" /> {error}
      </p>
    )}
  </fieldset>
)

/** Fields beside each other, of equal width. */
export const FieldRow = ({ children }: { readonly children: ReactNode }) => <div className="field-row">{children}</div>
