import { defineForm, type Form } from '../form.ts'

/** A toy far from any office, so that the engine stays general: a tennis club that orders balls and lists its players. */
export const clubForm: Form = defineForm({
  id: 'tennis-club',
  pages: [
    {
      id: 'players',
      title: { vi: 'Người chơi', en: 'Players' },
      fields: [
        {
          id: 'players',
          type: 'group',
          label: { vi: 'Người chơi', en: 'Players' },
          itemName: { vi: 'Người chơi', en: 'Player' },
          max: 4,
          fields: [
            { id: 'name', type: 'text', label: { vi: 'Tên', en: 'Name' }, max: 40 },
            {
              id: 'bornOn',
              type: 'date',
              label: { vi: 'Ngày sinh', en: 'Born on' },
              notAfter: 'today',
              sensitive: true,
            },
            {
              id: 'age',
              type: 'computed',
              label: { vi: 'Tuổi', en: 'Age' },
              formula: { age: { birth: 'bornOn', on: 'today' } },
              result: 'number',
            },
            {
              id: 'guardian',
              type: 'text',
              label: { vi: 'Người giám hộ', en: 'Guardian' },
              when: { field: 'age', below: 16 },
            },
          ],
        },
        {
          id: 'playerCount',
          type: 'computed',
          label: { vi: 'Số người', en: 'Players' },
          formula: { count: 'players' },
          result: 'number',
        },
      ],
    },
    {
      id: 'order',
      title: { vi: 'Đặt bóng', en: 'Balls' },
      fields: [
        { id: 'wantsBalls', type: 'yes-no', label: { vi: 'Có đặt bóng không', en: 'Order balls' } },
        {
          id: 'items',
          type: 'table',
          label: { vi: 'Bóng đặt', en: 'Balls ordered' },
          when: { field: 'wantsBalls', is: true },
          max: 3,
          columns: [
            { id: 'boxes', type: 'number', label: { vi: 'Số hộp', en: 'Boxes' }, min: 1, max: 100 },
            { id: 'price', type: 'money', label: { vi: 'Giá một hộp', en: 'Price of a box' } },
            {
              id: 'amount',
              type: 'computed',
              label: { vi: 'Thành tiền', en: 'Amount' },
              formula: { product: ['boxes', 'price'] },
              result: 'money',
            },
          ],
        },
        {
          id: 'total',
          type: 'computed',
          label: { vi: 'Tổng cộng', en: 'Total' },
          when: { field: 'wantsBalls', is: true },
          formula: { sum: ['items.amount'] },
          result: 'money',
        },
      ],
    },
    {
      id: 'rules',
      title: { vi: 'Nội quy', en: 'Rules' },
      when: { field: 'total', atLeast: 1_000_000 },
      fields: [
        {
          id: 'rules',
          type: 'statement',
          label: { vi: 'Nội quy', en: 'Rules' },
          body: { vi: 'Đơn lớn không trả lại.', en: 'Large orders are not taken back.' },
        },
        { id: 'agrees', type: 'yes-no', mustBeYes: true, label: { vi: 'Tôi đồng ý', en: 'I agree' } },
      ],
    },
  ],
})
