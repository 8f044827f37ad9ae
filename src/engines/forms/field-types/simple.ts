import { z } from 'zod'
import { ChoiceField } from './choice/choice.ts'
import { CommuneField } from './commune/commune.ts'
import { ComputedField } from './computed/computed.ts'
import { DateField } from './date/date.ts'
import { LongTextField } from './long-text/long-text.ts'
import { MoneyField } from './money/money.ts'
import { NumberField } from './number/number.ts'
import { TextField } from './text/text.ts'
import { YesNoField } from './yes-no/yes-no.ts'

const simple = [
  TextField,
  LongTextField,
  NumberField,
  MoneyField,
  DateField,
  ChoiceField,
  YesNoField,
  CommuneField,
  ComputedField,
] as const

/** A field that holds one value: what fits in a column of a table. */
export const SimpleField = z.discriminatedUnion('type', simple)
export type SimpleField = z.infer<typeof SimpleField>
