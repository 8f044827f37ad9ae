import { useId, useState, type ReactNode } from 'react'
import { fold } from '#values/text.ts'
import { fill, say, type Language } from '#values/words.ts'
import { classes } from '../class-names.ts'
import { Icon, type IconName } from '../Icon.tsx'
import { words } from '../words.ts'
import { Avatar, initialsOf } from './Avatar.tsx'

export interface Option {
  readonly value: string
  readonly text: string
  /** A second line, also searched. */
  readonly note?: string
  readonly icon?: IconName
  /** Shows initials instead of a sign. */
  readonly person?: boolean
}

interface ComboboxProps {
  readonly language: Language
  /** Posted as the chosen value; the typed text goes as `name.text`, for the server to match when no script ran. */
  readonly name: string
  readonly label: string
  readonly labelUnseen?: boolean
  readonly options: readonly Option[]
  readonly value?: string
  readonly onChoose?: (option: Option | undefined) => void
  /** Called while typing when the options come from the server; then they are shown as given. */
  readonly onText?: (text: string) => void
  readonly placeholder?: string
  readonly hint?: string
  readonly icon?: IconName
  readonly autoFocus?: boolean
}

/** Text that narrows a list; tone marks need not be typed. Arrows move, Enter takes, Escape closes. */
export function Combobox(props: ComboboxProps) {
  const { language, name, label, labelUnseen, options, onChoose, onText, placeholder, hint, icon, autoFocus } = props
  const id = useId()
  const [chosen, setChosen] = useState(() => options.find((option) => option.value === props.value))
  const [text, setText] = useState(chosen?.text ?? '')
  const [open, setOpen] = useState(false)
  const [active, setActive] = useState(0)
  const shown = onText || text === chosen?.text ? options : matching(options, text)

  const choose = (option: Option | undefined) => {
    setChosen(option)
    setText(option?.text ?? '')
    setOpen(false)
    onChoose?.(option)
  }
  const onKeyDown = (event: React.KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault()
      if (!open) return setOpen(true)
      const step = event.key === 'ArrowDown' ? 1 : -1
      setActive((at) => (at + step + shown.length) % Math.max(1, shown.length))
    } else if (event.key === 'Enter' && open && shown[active]) {
      event.preventDefault()
      choose(shown[active])
    } else if (event.key === 'Escape' && open) {
      event.preventDefault()
      event.stopPropagation()
      setOpen(false)
    }
  }

  return (
    <div className="field combobox">
      <label htmlFor={id} className={labelUnseen ? 'unseen' : undefined}>
        {label}
      </label>
      <input type="hidden" name={name} value={chosen?.value ?? ''} />
      <span className={classes('input-box', icon && 'has-icon')}>
        {icon && <Icon name={icon} />}
        <input
          id={id}
          name={`${name}.text`}
          className="input"
          role="combobox"
          value={text}
          placeholder={placeholder}
          autoComplete="off"
          autoFocus={autoFocus}
          aria-expanded={open}
          aria-controls={`${id}-list`}
          aria-autocomplete="list"
          aria-activedescendant={open && shown[active] ? `${id}-${active}` : undefined}
          aria-describedby={hint ? `${id}-hint` : undefined}
          onChange={(event) => {
            setText(event.target.value)
            setOpen(true)
            setActive(0)
            onText?.(event.target.value)
            if (chosen) {
              setChosen(undefined)
              onChoose?.(undefined)
            }
          }}
          onClick={() => setOpen(true)}
          onBlur={() => setOpen(false)}
          onKeyDown={onKeyDown}
        />
        <span className="input-after">
          <Icon name="chevron-down" />
        </span>
      </span>
      {hint && (
        <p className="field-hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      <ul id={`${id}-list`} role="listbox" aria-label={label} className="options" hidden={!open}>
        {open &&
          shown.map((option, at) => (
            // Pressing an option must not take the focus from the field, so it acts on mouse down.
            <li
              key={option.value}
              id={`${id}-${at}`}
              role="option"
              aria-selected={at === active}
              onMouseDown={(event) => {
                event.preventDefault()
                choose(option)
              }}
            >
              <OptionFace {...option} />
            </li>
          ))}
      </ul>
      <p className="unseen" role="status">
        {open &&
          say(shown.length === 0 ? words.nothingFound : fill(words.resultCount, { count: shown.length }), language)}
      </p>
      {open && shown.length === 0 && (
        <p className="options options-none" aria-hidden="true">
          {say(words.nothingFound, language)}
        </p>
      )}
    </div>
  )
}

const matching = (options: readonly Option[], text: string): readonly Option[] => {
  const wanted = fold(text).split(' ').filter(Boolean)
  return options.filter((option) => {
    const said = fold(`${option.text} ${option.note ?? ''}`)
    return wanted.every((word) => said.includes(word))
  })
}

const OptionFace = ({ text, note, icon, person }: Option): ReactNode => (
  <>
    {person ? <Avatar initials={initialsOf(text)} size="small" /> : icon && <Icon name={icon} />}
    <span>
      {text}
      {note && <small>{note}</small>}
    </span>
  </>
)

interface PersonUnitPickerProps extends Omit<ComboboxProps, 'options' | 'icon'> {
  readonly people: readonly {
    readonly id: string
    readonly name: string
    readonly post: string
    readonly unit: string
  }[]
  readonly units?: readonly { readonly id: string; readonly name: string; readonly parent?: string }[]
}

/** Persons with post and unit, and units; found by any of these words without tone marks. */
export const PersonUnitPicker = ({ people, units = [], ...combobox }: PersonUnitPickerProps) => (
  <Combobox
    {...combobox}
    icon="user"
    options={[
      ...people.map((one) => ({ value: one.id, text: one.name, note: `${one.post} · ${one.unit}`, person: true })),
      ...units.map((unit) => ({ value: unit.id, text: unit.name, note: unit.parent, icon: 'building' as const })),
    ]}
  />
)
