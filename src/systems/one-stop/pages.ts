import type { Page } from '#engines/forms/declare.ts'

// Questions that most forms ask alike. A form takes them as they are, or writes its own.

/** Whoever files for themselves. */
export const applicantPage: Page = {
  id: 'applicant',
  title: { vi: 'Người nộp hồ sơ', en: 'Applicant' },
  hint: { vi: 'Xem lại, chỗ nào đã đổi thì sửa.', en: 'Check it and correct what has changed.' },
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
}

/** The enterprise that files, and whom to call there. */
export const enterprisePage: Page = {
  id: 'enterprise',
  title: { vi: 'Doanh nghiệp nộp hồ sơ', en: 'Enterprise' },
  hint: {
    vi: 'Lấy theo đăng ký doanh nghiệp; chỗ nào đã đổi thì sửa.',
    en: 'As registered; correct what has changed.',
  },
  fields: [
    {
      id: 'enterprise',
      type: 'enterprise',
      label: { vi: 'Doanh nghiệp', en: 'Enterprise' },
      prefill: 'enterprise',
    },
    {
      id: 'contact',
      type: 'person',
      label: { vi: 'Người liên hệ', en: 'Contact' },
      prefill: 'person',
      parts: { fullName: 'required', phone: 'required', email: 'required' },
      labels: { email: { vi: 'Thư điện tử nhận kết quả', en: 'E-mail for the result' } },
    },
  ],
}

/** A shop, workshop or firm that asks for a licence of its line; whoever registers it in the same filing has no number yet. */
export const businessPage: Page = {
  id: 'business',
  title: { vi: 'Cơ sở kinh doanh', en: 'The business' },
  fields: [
    {
      id: 'businessKind',
      type: 'choice',
      label: { vi: 'Cơ sở là', en: 'It is' },
      options: [
        { value: 'household', label: { vi: 'Hộ kinh doanh', en: 'A household business' } },
        { value: 'enterprise', label: { vi: 'Doanh nghiệp, hợp tác xã', en: 'An enterprise or cooperative' } },
      ],
    },
    { id: 'businessName', type: 'text', max: 200, label: { vi: 'Tên cơ sở', en: 'Name of the business' } },
    {
      id: 'isRegistered',
      type: 'yes-no',
      label: { vi: 'Đã có giấy đăng ký kinh doanh', en: 'It is registered already' },
      hint: {
        vi: 'Chưa có thì chỉ nộp được cùng lúc với hồ sơ đăng ký; giấy phép cấp sau giấy đăng ký.',
        en: 'If not, this can only be filed together with the registration and is granted after it.',
      },
    },
    {
      id: 'registration',
      type: 'text',
      max: 40,
      when: { field: 'isRegistered', is: true },
      label: { vi: 'Số giấy đăng ký hoặc mã số doanh nghiệp', en: 'Number of the registration' },
    },
    { id: 'premises', type: 'address', label: { vi: 'Địa điểm kinh doanh', en: 'Where it does business' } },
  ],
}

/** Where the result goes: over the counter, or home by the public postal service (QĐ 45/2016/QĐ-TTg). */
export const deliveryPage: Page = {
  id: 'delivery',
  title: { vi: 'Nhận kết quả ở đâu', en: 'Where to get the result' },
  fields: [
    {
      id: 'receiveBy',
      type: 'choice',
      label: { vi: 'Cách nhận', en: 'How' },
      options: [
        {
          value: 'counter',
          label: { vi: 'Tại quầy', en: 'At the counter' },
          hint: { vi: 'Nơi đã tiếp nhận hồ sơ, trong giờ làm việc.', en: 'Where it was received, in office hours.' },
        },
        {
          value: 'post',
          label: { vi: 'Bưu điện mang đến nhà', en: 'By post to your home' },
          hint: { vi: 'Trả cước cho bưu tá khi nhận.', en: 'Pay the postage on delivery.' },
        },
      ],
    },
    {
      id: 'postAddress',
      type: 'text',
      label: { vi: 'Địa chỉ nhận', en: 'Address' },
      hint: { vi: 'Số nhà, thôn, xã, huyện, tỉnh.', en: 'House, hamlet, commune, district, province.' },
      max: 300,
      when: { field: 'receiveBy', is: 'post' },
      sendsResult: true,
    },
  ],
}
