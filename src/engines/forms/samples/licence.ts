import { defineForm, type Form } from '../form.ts'
import { definePapers } from '../paper.ts'

/** Đổi giấy phép lái xe: what the pictures of the portal show. */
export const licenceForm: Form = defineForm({
  id: 'driving-licence-renewal',
  pages: [
    {
      id: 'applicant',
      title: { vi: 'Người nộp hồ sơ', en: 'Applicant' },
      fields: [
        {
          id: 'applicant',
          type: 'person',
          label: { vi: 'Người nộp hồ sơ', en: 'Applicant' },
          prefill: 'person',
          parts: {
            fullName: 'required',
            birthDate: 'required',
            sex: 'required',
            personalId: 'required',
            residence: 'required',
            phone: 'required',
            email: 'optional',
          },
        },
      ],
    },
    {
      id: 'reason',
      title: { vi: 'Vì sao đổi', en: 'Why renew' },
      fields: [
        {
          id: 'reason',
          type: 'choice',
          label: { vi: 'Vì sao đổi', en: 'Why renew' },
          options: [
            { value: 'expiring', label: { vi: 'Thẻ sắp hết hạn', en: 'It expires soon' } },
            { value: 'damaged', label: { vi: 'Thẻ bị hỏng', en: 'It is damaged' } },
            { value: 'lost', label: { vi: 'Thẻ bị mất', en: 'It is lost' } },
          ],
        },
        {
          id: 'expiresOn',
          type: 'date',
          label: { vi: 'Ngày hết hạn', en: 'Date of expiry' },
          when: { field: 'reason', is: 'expiring' },
          notBefore: { today: -365 },
        },
        {
          id: 'lostWhere',
          type: 'long-text',
          label: { vi: 'Mất ở đâu, khi nào', en: 'Where and when it was lost' },
          when: { field: 'reason', is: 'lost' },
          max: 500,
        },
      ],
    },
    {
      id: 'licence',
      title: { vi: 'Giấy phép lái xe đang dùng', en: 'Your current driving licence' },
      hint: {
        vi: 'Nhìn mặt trước thẻ và điền đúng như in trên đó.',
        en: 'Copy the details exactly as printed on the front of the card.',
      },
      when: { not: { field: 'reason', is: 'lost' } },
      fields: [
        {
          id: 'licenceNumber',
          type: 'text',
          label: { vi: 'Số giấy phép', en: 'Licence number' },
          hint: { vi: '12 chữ số, in dưới dòng GIẤY PHÉP LÁI XE', en: '12 digits, below GIẤY PHÉP LÁI XE' },
          example: '241 168 003 472',
          pattern: 'driving-licence',
        },
        {
          id: 'classes',
          type: 'choice',
          many: true,
          label: { vi: 'Hạng ghi trên giấy phép', en: 'Classes on the licence' },
          hint: { vi: 'Có nhiều hạng thì chọn tất cả.', en: 'Select all that are printed.' },
          options: [
            {
              value: 'A1',
              label: { vi: 'A1', en: 'A1' },
              hint: { vi: 'Xe máy dưới 175 cm³', en: 'Motorcycles under 175 cm³' },
            },
            {
              value: 'B2',
              label: { vi: 'B2', en: 'B2' },
              hint: { vi: 'Ô tô đến 9 chỗ, xe tải dưới 3,5 tấn', en: 'Cars up to 9 seats, trucks under 3.5 tonnes' },
            },
            {
              value: 'C',
              label: { vi: 'C', en: 'C' },
              hint: { vi: 'Xe tải từ 3,5 tấn trở lên', en: 'Trucks of 3.5 tonnes and over' },
            },
            {
              value: 'other',
              label: { vi: 'Hạng khác', en: 'Other' },
              hint: { vi: 'A2, A3, A4, B1, D, E, F', en: 'A2, A3, A4, B1, D, E, F' },
            },
          ],
        },
      ],
    },
  ],
})

/** Papers of the licence form. */
export const licencePapers = definePapers([
  {
    id: 'licence',
    name: { vi: 'Giấy phép lái xe đang dùng', en: 'Current licence' },
    form: 'copy',
    accept: ['image', 'pdf'],
    when: { not: { field: 'reason', is: 'lost' } },
    maxFiles: 2,
  },
  {
    id: 'health',
    name: { vi: 'Giấy khám sức khỏe', en: 'Health certificate' },
    form: 'original',
    accept: ['image', 'pdf'],
  },
  {
    id: 'application',
    name: { vi: 'Đơn đề nghị đổi giấy phép lái xe', en: 'Application' },
    form: 'original',
    accept: ['pdf'],
    generated: true,
  },
  {
    id: 'note',
    name: { vi: 'Giấy tờ khác', en: 'Other' },
    form: 'either',
    accept: ['image', 'pdf', 'office'],
    optional: true,
  },
])
