import fc from 'fast-check'
import { typeOf, type Field } from '../field-types/index.ts'
import type { Form } from '../form.ts'
import { clubForm } from './club.ts'
import { everyType } from './every-type.ts'
import { licenceForm } from './licence.ts'

export const sampleForms = fc.constantFrom(everyType, licenceForm, clubForm)

/** Values that fields of a form might take for answers, well or badly formed. */
export const scalar = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.constantFrom(
    'yes',
    'no',
    '18',
    '07',
    'lost',
    'expiring',
    '07375',
    'nghia hung',
    '1/1/2020',
    '1968',
    '1.234,5',
    '0979123218',
    'open',
    'cccd',
    'female',
    '024168009123',
  ),
  fc.integer(),
  fc.double(),
  fc.boolean(),
  fc.constant(null),
)
function inputFor(fields: readonly Field[]): fc.Arbitrary<Record<string, unknown>> {
  const entries = fields.map((field) => {
    const type = typeOf(field)
    const below: fc.Arbitrary<unknown> =
      type.shape === 'record' || type.shape === 'rows' ? inputFor(type.parts(field)) : scalar
    const value = type.shape === 'rows' ? fc.array(below, { maxLength: 6 }) : below
    return [
      field.id,
      fc.oneof(
        { weight: 6, arbitrary: value },
        { weight: 1, arbitrary: scalar },
        { weight: 1, arbitrary: fc.array(scalar, { maxLength: 3 }) },
      ),
    ] as const
  })
  return fc.record(Object.fromEntries(entries), { requiredKeys: [] })
}
/** Input for a whole form. */
export const answersFor = (form: Form) => inputFor(form.pages.flatMap((page) => page.fields))
