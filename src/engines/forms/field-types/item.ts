import { z } from 'zod'
import { AddressField } from './address/address.ts'
import { EnterpriseField } from './enterprise/enterprise.ts'
import { IdentityDocumentField } from './identity-document/identity-document.ts'
import { PersonField } from './person/person.ts'
import { SimpleField } from './simple.ts'
import { StatementField } from './statement/statement.ts'

/** A field that may stand in a row of a group: anything but rows. Rows in rows are refused: no one finds their way in them. */
export const ItemField = z.discriminatedUnion('type', [
  SimpleField,
  PersonField,
  IdentityDocumentField,
  AddressField,
  EnterpriseField,
  StatementField,
])
export type ItemField = z.infer<typeof ItemField>
