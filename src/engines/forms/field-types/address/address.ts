import { z } from 'zod'
import { lowerFirst } from '#values/text.ts'
import type { Words } from '#values/words.ts'
import { fieldBase } from '../base.ts'
import { AsOf, commune, type CommuneField } from '../commune/commune.ts'
import type { RecordType } from '../field-type.ts'
import type { TextField } from '../text/text.ts'

/** A place in Viet Nam: the commune of a date (`asOf`, today), and house, street or hamlet (required unless `detail` says optional). */
export const AddressField = z.strictObject({
  ...fieldBase,
  type: z.literal('address'),
  asOf: AsOf.optional(),
  detail: z.literal('optional').optional(),
})
export type AddressField = z.infer<typeof AddressField>

export const address: RecordType<AddressField, CommuneField | TextField> = {
  shape: 'record',
  type: 'address',
  schema: AddressField,
  parts: (field) => [communePart(field), detailPart(field)],
  line(field, value, view, masked) {
    const { commune: code, detail } = value
    const place = typeof code === 'string' ? (commune.show(communePart(field), code, view)[0] ?? code) : ''
    // A masked address still tells the commune: it is what a clerk sorts by.
    const street = typeof detail === 'string' && detail !== '' ? (masked ? '***' : detail) : ''
    return street === '' ? place : place === '' ? street : `${street}, ${lowerFirst(place)}`
  },
}

const communePart = (field: AddressField): CommuneField => ({
  id: 'commune',
  type: 'commune',
  label: communeLabel,
  hint: communeHint,
  ...(field.asOf !== undefined && { asOf: field.asOf }),
})

const detailPart = (field: AddressField): TextField => ({
  id: 'detail',
  type: 'text',
  label: detailLabel,
  max: 300,
  ...(field.detail !== undefined && { optional: true as const }),
})

const communeLabel: Words = { vi: 'Xã, phường, thị trấn', en: 'Commune, ward or town' }
const communeHint: Words = { vi: 'Ghi tên rồi chọn trong danh sách.', en: 'Type the name and choose from the list.' }
const detailLabel: Words = { vi: 'Số nhà, đường, thôn, tổ dân phố', en: 'House, street, hamlet' }
