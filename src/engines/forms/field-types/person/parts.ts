import type { Words } from '#values/words.ts'
import type { AddressField } from '../address/address.ts'
import type { ChoiceField } from '../choice/choice.ts'
import type { DateField } from '../date/date.ts'
import type { IdentityDocumentField } from '../identity-document/identity-document.ts'
import type { TextField } from '../text/text.ts'

export type PersonPart = TextField | DateField | ChoiceField | AddressField | IdentityDocumentField

/** The parts of a person in the order of Vietnamese application forms. Code lists: `sex`, `ethnicity`, `nationality`. */
export const personParts = {
  fullName: {
    id: 'fullName',
    type: 'text',
    label: { vi: 'Họ, chữ đệm, tên', en: 'Full name' },
    hint: { vi: 'Ghi đủ dấu, như trên giấy tờ.', en: 'With tone marks, as on the papers.' },
    max: 100,
    pattern: 'person-name',
  },
  birthDate: { id: 'birthDate', type: 'date', label: { vi: 'Ngày sinh', en: 'Date of birth' }, notAfter: 'today' },
  sex: { id: 'sex', type: 'choice', label: { vi: 'Giới tính', en: 'Sex' }, codeList: 'sex', display: 'cards' },
  personalId: {
    id: 'personalId',
    type: 'text',
    label: { vi: 'Số định danh cá nhân', en: 'Personal number' },
    hint: { vi: '12 chữ số, là số thẻ căn cước.', en: '12 digits, the number of the identity card.' },
    pattern: 'personal-id',
    sensitive: true,
  },
  identityDocument: {
    id: 'identityDocument',
    type: 'identity-document',
    label: { vi: 'Giấy tờ tùy thân', en: 'Identity document' },
  },
  ethnicity: {
    id: 'ethnicity',
    type: 'choice',
    label: { vi: 'Dân tộc', en: 'Ethnic group' },
    codeList: 'ethnicity',
    display: 'list',
  },
  nationality: {
    id: 'nationality',
    type: 'choice',
    label: { vi: 'Quốc tịch', en: 'Nationality' },
    codeList: 'nationality',
    display: 'list',
  },
  residence: { id: 'residence', type: 'address', label: { vi: 'Nơi thường trú', en: 'Permanent residence' } },
  phone: {
    id: 'phone',
    type: 'text',
    label: { vi: 'Điện thoại nhận tin nhắn', en: 'Phone for messages' },
    pattern: 'phone',
    sensitive: true,
  },
  email: { id: 'email', type: 'text', label: { vi: 'Thư điện tử', en: 'E-mail' }, pattern: 'email', sensitive: true },
} as const satisfies Record<string, PersonPart>

export type PersonPartName = keyof typeof personParts
export const personPartNames = Object.keys(personParts) as [PersonPartName, ...PersonPartName[]]

export const samePersonYear = (inNumber: number, year: string): Words => ({
  vi: `Số này ứng với người sinh năm ${inNumber}, nhưng ngày sinh ghi năm ${year}. Xem lại số và ngày sinh.`,
  en: `This number belongs to someone born in ${inNumber}, but the date of birth says ${year}. Check the number and the date.`,
})

export const samePersonSex = (inNumber: 'male' | 'female'): Words =>
  inNumber === 'male'
    ? {
        vi: 'Số này ứng với nam, nhưng giới tính chọn là nữ. Xem lại số và giới tính.',
        en: 'This number belongs to a man, but the sex chosen is female. Check the number and the sex.',
      }
    : {
        vi: 'Số này ứng với nữ, nhưng giới tính chọn là nam. Xem lại số và giới tính.',
        en: 'This number belongs to a woman, but the sex chosen is male. Check the number and the sex.',
      }

export const personOfOtherSex = (inNumber: 'male' | 'female'): Words =>
  inNumber === 'male'
    ? {
        vi: 'Số này là của nam, nhưng chỗ này khai về nữ. Xem lại số, hoặc khai đúng chỗ.',
        en: 'This number belongs to a man, but a woman is asked for here. Check the number, or write it where it belongs.',
      }
    : {
        vi: 'Số này là của nữ, nhưng chỗ này khai về nam. Xem lại số, hoặc khai đúng chỗ.',
        en: 'This number belongs to a woman, but a man is asked for here. Check the number, or write it where it belongs.',
      }
