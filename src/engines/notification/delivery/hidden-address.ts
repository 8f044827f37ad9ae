import { mask } from '#values/text.ts'

/** `0979000218`, `84979000218` → `0979***218`. */
export const hidePhone = (phone: string): string => mask(phone.replace(/^\+?84/, '0').replace(/\s/g, ''), 4, 3)

/** `bich.phuong@example.vn` → `bi***@example.vn`. */
export const hideAddress = (address: string): string => {
  const [name = '', host = ''] = address.split('@')
  return `${mask(name, 2, 0)}@${host}`
}
