import { z } from 'zod'
import { DeclaredWords, fieldBase } from '../base.ts'
import type { AddressField } from '../address/address.ts'
import { AsOf } from '../commune/commune.ts'
import type { RecordType } from '../field-type.ts'
import type { TextField } from '../text/text.ts'

type EnterprisePart = TextField | AddressField

export const enterpriseParts = {
  code: {
    id: 'code',
    type: 'text',
    label: { vi: 'Mã số doanh nghiệp', en: 'Enterprise code' },
    hint: {
      vi: '10 chữ số; chi nhánh thêm 3 chữ số sau dấu gạch.',
      en: '10 digits; a branch has 3 more after a dash.',
    },
    pattern: 'enterprise-code',
  },
  name: { id: 'name', type: 'text', label: { vi: 'Tên doanh nghiệp', en: 'Name of the enterprise' }, max: 300 },
  address: { id: 'address', type: 'address', label: { vi: 'Trụ sở', en: 'Head office' } },
  representative: {
    id: 'representative',
    type: 'text',
    label: { vi: 'Người đại diện theo pháp luật', en: 'Legal representative' },
    max: 100,
  },
} as const satisfies Record<string, EnterprisePart>

export type EnterprisePartName = keyof typeof enterpriseParts
export const enterprisePartNames = Object.keys(enterpriseParts) as [EnterprisePartName, ...EnterprisePartName[]]

/** An enterprise or household business; all four parts are required unless `parts` says which are asked. */
export const EnterpriseField = z.strictObject({
  ...fieldBase,
  type: z.literal('enterprise'),
  parts: z.partialRecord(z.enum(enterprisePartNames), z.enum(['required', 'optional'])).optional(),
  labels: z.partialRecord(z.enum(enterprisePartNames), DeclaredWords).optional(),
  asOf: AsOf.optional(),
})
export type EnterpriseField = z.infer<typeof EnterpriseField>

export const enterprise: RecordType<EnterpriseField, EnterprisePart> = {
  shape: 'record',
  type: 'enterprise',
  schema: EnterpriseField,
  parts: (field) =>
    enterprisePartNames
      .filter((name) => field.parts === undefined || field.parts[name] !== undefined)
      .map((name): EnterprisePart => {
        const part: EnterprisePart = {
          ...enterpriseParts[name],
          label: field.labels?.[name] ?? enterpriseParts[name].label,
        }
        if (field.parts?.[name] === 'optional') part.optional = true
        if (part.type === 'address' && field.asOf !== undefined) part.asOf = field.asOf
        return part
      }),
}
