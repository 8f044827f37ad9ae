import { describedBy, Field } from '#ui/portal/Field.tsx'
import type { CommuneField } from '../../field-types/commune/commune.ts'
import { frameOf, written, type AnswerProps } from '../drawing.ts'

/** A name to type, with the province's communes offered; any other is looked up by the server. */
export function CommuneAnswer(props: AnswerProps<CommuneField>) {
  const { field, name, drawing } = props
  const { name: _, ...frame } = frameOf(props)
  return (
    <Field {...frame} id={name}>
      <input
        id={name}
        name={name}
        type="text"
        defaultValue={written(props)}
        // The list is that of today; where another date counts, only the server knows the names.
        list={field.asOf === undefined || field.asOf === 'today' ? drawing.communeList : undefined}
        spellCheck={false}
        autoComplete="off"
        aria-required={field.optional !== true || undefined}
        aria-invalid={frame.error !== undefined || undefined}
        aria-describedby={describedBy(name, frame)}
        className="input width-full"
      />
    </Field>
  )
}
