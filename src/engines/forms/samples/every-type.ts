import { defineForm, type Form } from '../form.ts'
import { named } from './ask.ts'

/** One field of every type, for what must hold for all of them. */
export const everyType: Form = defineForm({
  id: 'every-type',
  pages: [
    {
      id: 'one',
      title: { vi: 'Mọi kiểu', en: 'Every type' },
      fields: [
        { ...named, id: 'text', type: 'text' },
        { ...named, id: 'phone', type: 'text', pattern: 'phone', optional: true },
        { ...named, id: 'longText', type: 'long-text' },
        { ...named, id: 'number', type: 'number', decimals: 3, min: -1e9, unit: { vi: 'ngày', en: 'days' } },
        { ...named, id: 'money', type: 'money' },
        { ...named, id: 'date', type: 'date' },
        { ...named, id: 'known', type: 'date', precision: 'any' },
        { ...named, id: 'choice', type: 'choice', codeList: 'ethnicity' },
        { ...named, id: 'many', type: 'choice', codeList: 'ethnicity', many: true },
        { ...named, id: 'yesNo', type: 'yes-no' },
        { ...named, id: 'commune', type: 'commune' },
        { ...named, id: 'address', type: 'address' },
        { ...named, id: 'document', type: 'identity-document' },
        {
          ...named,
          id: 'person',
          type: 'person',
          parts: { fullName: 'required', birthDate: 'optional', personalId: 'optional', residence: 'optional' },
        },
        { ...named, id: 'enterprise', type: 'enterprise', optional: true },
        { ...named, id: 'statement', type: 'statement', body: { vi: 'Đọc', en: 'Read' } },
      ],
    },
    {
      id: 'two',
      title: { vi: 'Nhiều dòng', en: 'Rows' },
      when: { field: 'yesNo', is: true },
      fields: [
        {
          ...named,
          id: 'group',
          type: 'group',
          itemName: { vi: 'Mục', en: 'Item' },
          max: 5,
          fields: [
            { ...named, id: 'text', type: 'text' },
            { ...named, id: 'secret', type: 'text', when: { field: 'text', is: 'open' } },
            { ...named, id: 'person', type: 'person', optional: true, parts: { fullName: 'required' } },
          ],
        },
        { ...named, id: 'table', type: 'table', optional: true, columns: [{ ...named, id: 'amount', type: 'money' }] },
        { ...named, id: 'sum', type: 'computed', formula: { sum: ['table.amount', 'money'] }, result: 'money' },
        { ...named, id: 'secret', type: 'text', when: { field: 'choice', is: '18' } },
        { ...named, id: 'secretOfSecret', type: 'text', when: { field: 'secret', given: true } },
      ],
    },
  ],
})
