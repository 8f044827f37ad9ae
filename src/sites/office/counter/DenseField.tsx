import { holds } from '#values/condition.ts'
import { fill, say, type Language } from '#values/words.ts'
import { communeLabel, optionsOn, partsOfField, showField, showing, type Lookups } from '#engines/forms/contract.ts'
import type { Field } from '#engines/forms/declare.ts'
import { Act } from '#ui/office/Button.tsx'
import { Check, Field as Framed, RadioChips, SelectField } from '#ui/office/Fields.tsx'
import { NoteBox } from '#ui/office/Badge.tsx'
import { classes } from '#ui/class-names.ts'
import { factsWithin, rowLimits } from './answers-now.ts'

const words = {
  optional: { vi: '{label} (không bắt buộc)', en: '{label} (optional)' },
  choose: { vi: 'Chọn', en: 'Choose' },
  yes: { vi: 'Có', en: 'Yes' },
  no: { vi: 'Không', en: 'No' },
  date: { vi: 'ngày/tháng/năm', en: 'day/month/year' },
  add: { vi: 'Thêm dòng', en: 'Add a row' },
  remove: { vi: 'Bỏ', en: 'Remove' },
  row: { vi: 'Dòng {number}', en: 'Row {number}' },
  worked: { vi: 'Tự tính', en: 'Worked out' },
}

/** What the fields of one form share while they are drawn. */
export interface Drawing {
  readonly language: Language
  readonly lookups: Lookups
  /** What is wrong, by path. */
  readonly wrong: ReadonlyMap<string, string>
  /** What was posted, so that text which could not be read stays as it was typed. */
  readonly typed?: URLSearchParams | undefined
  /** Rows end with an empty one in place of the buttons that change how many there are. */
  readonly spareRow?: boolean
}

export interface DenseFieldProps {
  readonly field: Field
  /** Path of the answer, posted as the name. */
  readonly name: string
  readonly value: unknown
  readonly facts: Readonly<Record<string, unknown>>
  readonly drawing: Drawing
}

/** One field of any type in the office's narrow letter; it posts the same names as the portal's question pages. */
export function DenseField(props: DenseFieldProps) {
  const { field, name, drawing } = props
  const { language } = drawing
  switch (field.type) {
    case 'statement':
      return (
        <div className="dense-wide">
          <NoteBox title={say(field.label, language)}>
            <p>{say(field.body, language)}</p>
          </NoteBox>
        </div>
      )
    case 'computed':
      return <Worked {...props} />
    case 'choice':
      return <Choice {...props} field={field} />
    case 'yes-no':
      return <YesNo {...props} field={field} />
    case 'group':
    case 'table':
      return <Rows {...props} field={field} />
    case 'person':
    case 'enterprise':
    case 'address':
    case 'identity-document':
      return (
        <fieldset className="dense-group dense-wide" id={name} tabIndex={-1}>
          <legend>{labelOf(field, language)}</legend>
          <Wrong text={drawing.wrong.get(name)} />
          <div className="dense">
            <Parts {...props} />
          </div>
        </fieldset>
      )
    default:
      return <Line {...props} />
  }
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

function Parts({ field, name, value, facts, drawing }: DenseFieldProps) {
  const own = isObject(value) ? value : {}
  const below = factsWithin(field, own, facts)
  return partsOfField(field)
    .filter((part) => part.when === undefined || holds(part.when, below))
    .map((part) => (
      <DenseField
        key={part.id}
        field={part}
        name={`${name}.${part.id}`}
        value={own[part.id]}
        facts={below}
        drawing={drawing}
      />
    ))
}

function Line(props: DenseFieldProps) {
  const { field, name, drawing } = props
  const { language } = drawing
  const error = drawing.wrong.get(name)
  const hint = hintOf(field, language)
  const common = {
    id: name,
    name,
    className: 'input',
    defaultValue: written(props),
    'aria-required': field.optional !== true || undefined,
    'aria-invalid': error !== undefined || undefined,
    'aria-describedby': (error ?? hint) === undefined ? undefined : `${name}-says`,
    autoComplete: 'off',
  }
  const wide = field.type === 'long-text' || field.type === 'commune'
  return (
    <div className={classes('field', wide && 'dense-wide')}>
      <Framed id={name} label={labelOf(field, language)} hint={hint} error={error}>
        {field.type === 'long-text' ? (
          <textarea {...common} rows={Math.min(field.lines ?? 3, 4)} />
        ) : (
          <span className="input-box">
            <input
              {...common}
              type="text"
              {...keyboardOf(field)}
              list={field.type === 'commune' ? 'communes' : undefined}
              placeholder={field.type === 'date' ? say(words.date, language) : undefined}
            />
            {field.type === 'money' && <span className="input-after">₫</span>}
            {field.type === 'number' && field.unit && <span className="input-after">{say(field.unit, language)}</span>}
          </span>
        )}
      </Framed>
    </div>
  )
}

const keyboardOf = (field: Field) =>
  ['number', 'money', 'date'].includes(field.type) ? ({ inputMode: 'decimal' } as const) : {}

function Choice(props: DenseFieldProps & { readonly field: Extract<Field, { type: 'choice' }> }) {
  const { field, name, value, drawing } = props
  const { language } = drawing
  const options = optionsOf(field, drawing.lookups, language)
  const error = drawing.wrong.get(name)
  const chosen =
    drawing.typed?.getAll(name) ?? (Array.isArray(value) ? value : [value]).filter((one) => typeof one === 'string')
  if (field.many === true) {
    return (
      <fieldset className="dense-group dense-wide" id={name} tabIndex={-1}>
        <legend>{labelOf(field, language)}</legend>
        <Wrong text={error} />
        <div className="dense-choices">
          {options.map((option) => (
            <Check key={option.value} name={name} value={option.value} checked={chosen.includes(option.value)}>
              {option.text}
            </Check>
          ))}
        </div>
      </fieldset>
    )
  }
  return (
    <SelectField
      name={name}
      label={labelOf(field, language)}
      hint={hintOf(field, language)}
      error={error}
      value={chosen[0] ?? ''}
      options={[{ value: '', text: say(words.choose, language) }, ...options]}
    />
  )
}

function optionsOf(field: Extract<Field, { type: 'choice' }>, lookups: Lookups, language: Language) {
  const list = field.codeList === undefined ? undefined : lookups.codeLists[field.codeList]
  if (list !== undefined)
    return optionsOn(list, lookups.today).map((one) => ({ value: one.code, text: say(one.label, language) }))
  return (field.options ?? []).map((one) => ({ value: one.value, text: say(one.label, language) }))
}

function YesNo({
  field,
  name,
  value,
  drawing,
}: DenseFieldProps & { readonly field: Extract<Field, { type: 'yes-no' }> }) {
  const { language } = drawing
  const typed = drawing.typed?.get(name) ?? (value === true ? 'yes' : value === false ? 'no' : '')
  if (field.mustBeYes === true) {
    return (
      <div className="field dense-wide" id={name} tabIndex={-1}>
        <Check name={name} checked={typed === 'yes'}>
          {say(field.label, language)}
        </Check>
        <Wrong text={drawing.wrong.get(name)} />
      </div>
    )
  }
  return (
    <div className="field" id={name} tabIndex={-1}>
      <RadioChips
        name={name}
        legend={labelOf(field, language)}
        value={typed}
        options={[
          { value: 'yes', text: say(words.yes, language) },
          { value: 'no', text: say(words.no, language) },
        ]}
      />
      <Wrong text={drawing.wrong.get(name)} />
    </div>
  )
}

function Worked({ field, name, value, facts, drawing }: DenseFieldProps) {
  const lines = showField(field, value, showing(drawing.language, drawing.lookups, facts, true))
  return (
    <Framed id={name} label={labelOf(field, drawing.language)}>
      <output id={name} className="dense-out">
        {lines.length > 0 ? lines.join(', ') : say(words.worked, drawing.language)}
      </output>
    </Framed>
  )
}

/** Rows of the same fields; their buttons are plain submits, which the screen takes over once a script runs. */
function Rows(props: DenseFieldProps & { readonly field: Extract<Field, { type: 'group' | 'table' }> }) {
  const { field, name, value, facts, drawing } = props
  const { language } = drawing
  const { min, max } = rowLimits(field)
  const given: readonly unknown[] = Array.isArray(value) ? value : []
  const isSpare = drawing.spareRow === true && given.length < max
  const rows = isSpare || given.length < Math.min(min, 1) ? [...given, {}] : given
  const said = field.type === 'group' ? say(field.itemName, language) : ''
  return (
    <fieldset className="dense-group dense-wide" id={name} tabIndex={-1}>
      <legend>{labelOf(field, language)}</legend>
      <Wrong text={drawing.wrong.get(name)} />
      <div className="dense-rows">
        {rows.map((row, at) => (
          <div
            key={at}
            className="dense"
            role="group"
            id={`${name}.${at}`}
            tabIndex={-1}
            aria-label={
              said === ''
                ? say(fill(words.row, { number: at + 1 }), language)
                : `${said.replace('{number}', '').trim()} ${at + 1}`
            }
          >
            <Parts field={field} name={`${name}.${at}`} value={row} facts={facts} drawing={drawing} />
            {drawing.spareRow !== true && (rows.length > 1 || min === 0) && (
              <p className="dense-wide">
                <Act
                  kind="link"
                  icon="trash"
                  text={`${say(words.remove, language)} ${at + 1}`}
                  name={`remove:${name}.${at}`}
                />
              </p>
            )}
          </div>
        ))}
        {drawing.spareRow !== true && rows.length < max && (
          <p>
            <Act kind="link" icon="plus" text={say(words.add, language)} name={`add:${name}`} />
          </p>
        )}
      </div>
    </fieldset>
  )
}

const Wrong = ({ text }: { readonly text: string | undefined }) =>
  text === undefined ? null : <p className="field-error">{text}</p>

function labelOf(field: Field, language: Language): string {
  const label = say(field.label, language)
  return field.optional === true ? say(fill(words.optional, { label }), language) : label
}

/** At the counter the officer knows the form: only an example helps. */
const hintOf = (field: Field, language: Language): string | undefined =>
  field.example === undefined ? undefined : language === 'vi' ? `Ví dụ: ${field.example}` : `Such as ${field.example}`

/** What stands in an input: what was typed, or the answer as it is written. */
function written({ field, name, value, drawing, facts }: DenseFieldProps): string {
  const typed = drawing.typed?.get(name)
  if (typed != null) return typed
  if (value === undefined || value === null) return ''
  if (typeof value === 'number') return String(value).replace('.', ',')
  if (field.type === 'commune' && typeof value === 'string') {
    const commune = drawing.lookups.communes?.find(value, drawing.lookups.today)
    return commune === undefined ? value : communeLabel(commune)
  }
  return showField(field, value, showing(drawing.language, drawing.lookups, facts, true)).join('\n')
}
