import { z } from 'zod'
import { address } from './address/address.ts'
import { choice } from './choice/choice.ts'
import { commune } from './commune/commune.ts'
import { computed } from './computed/computed.ts'
import { date } from './date/date.ts'
import { enterprise } from './enterprise/enterprise.ts'
import type { FieldType } from './field-type.ts'
import { group, GroupField } from './group/group.ts'
import { identityDocument } from './identity-document/identity-document.ts'
import { ItemField } from './item.ts'
import { longText } from './long-text/long-text.ts'
import { money } from './money/money.ts'
import { number } from './number/number.ts'
import { person } from './person/person.ts'
import { statement } from './statement/statement.ts'
import { table, TableField } from './table/table.ts'
import { text } from './text/text.ts'
import { yesNo } from './yes-no/yes-no.ts'

/** Any field of a form. */
export const Field = z.discriminatedUnion('type', [ItemField, GroupField, TableField])
export type Field = z.infer<typeof Field>

/** The types of field, one folder each. */
const fieldTypes = {
  text,
  'long-text': longText,
  number,
  money,
  date,
  choice,
  'yes-no': yesNo,
  commune,
  address,
  'identity-document': identityDocument,
  person,
  enterprise,
  group,
  table,
  computed,
  statement,
} as const satisfies Record<Field['type'], object>

/** All there is to know about the type of a field. A type is only ever given fields of its own. */
export const typeOf = (field: Field): FieldType<Field, Field> => fieldTypes[field.type]
