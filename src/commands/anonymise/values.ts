import type { StandIns } from './stand-ins.ts'

/** Ids, instants, places of a code list, words of a declaration: nothing of a person is written so. */
const harmless = [
  /^$/,
  /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/,
  /^\d{4}-\d\d-\d\d([T ].*)?$/,
  // Communes, amounts, counts.
  /^\d{1,5}$/,
  // Kinds, steps and fields as declarations call them.
  /^[a-z][A-Za-z0-9]*(-[A-Za-z0-9]+)*$/,
  // Procedures, dossiers, and the numbers of papers that go with them.
  /^\d\.\d{6}$/,
  /^[A-Z0-9]+(\.[A-Z0-9]+)*-\d{6}-\d{4,}$/,
]
const phone = /^(0[2-9]\d{8}|02\d{9}|84[2-9]\d{8,9}|\+84[2-9]\d{8,9})$/
const email = /^[^@\s]+@[^@\s]+$/
const enterprise = /^(tổng )?(công ty|doanh nghiệp|hợp tác xã|hộ kinh doanh|chi nhánh|ngân hàng|trường|quỹ)\b/iu
const personName = /^\p{Lu}[\p{L}'’-]*( \p{Lu}[\p{L}'’-]*){1,6}$/u
const digits = /^[\d .-]{6,}$/
const document = /^[A-Z]{1,3}\d{5,9}$/

/** What stands for a number of a person or an enterprise, told apart by its shape, so that it is the same wherever it stands. */
export function numberFor(value: string, ins: StandIns): string {
  if (phone.test(value)) return ins.phone(value)
  const bare = value.replace(/[ .-]/g, '')
  if (/^(\d{9}|\d{12})$/.test(bare)) return ins.personalId(bare)
  if (/^\d{10}-\d{3}$/.test(value)) return `${ins.number(value.slice(0, 10), 2)}${value.slice(10)}`
  if (document.test(value)) return value.replace(/\d+/, (number) => ins.number(number, 0))
  return digits.test(value) ? ins.number(value, 2) : ins.code(value)
}

/** Who did something: an account stays, a name with post and unit behind it becomes another name. */
export function whoFor(value: string, ins: StandIns): string {
  if (harmless.some((one) => one.test(value))) return value
  const [name = '', ...rest] = value.split(', ')
  return [ins.name(name), ...rest].join(', ')
}

/**
 * What stands for a text of answers and the like, of which only `key` is known, the name of its part. What is not known to be
 * harmless is replaced.
 */
export function textFor(value: string, key: string, ins: StandIns): string {
  if (/birth|born/i.test(key) && /^\d{4}-\d\d-\d\d$/.test(value)) return ins.day(value)
  if (harmless.some((one) => one.test(value)) && !/name$/i.test(key)) return value
  if (key === 'detail') return ins.place(value)
  if (email.test(value)) return ins.email(value)
  if (phone.test(value) || digits.test(value) || document.test(value)) return numberFor(value, ins)
  if (enterprise.test(value)) return ins.enterprise(value)
  return personName.test(value) || /^(full|holder|applicant|owner)?name$/i.test(key) ? ins.name(value) : ins.text(value)
}

/** A value of JSON with everything replaced that could be of a person; its shape stays. */
export function jsonFor(value: unknown, ins: StandIns, key = ''): unknown {
  if (typeof value === 'string') return textFor(value, key, ins)
  if (Array.isArray(value)) return value.map((one) => jsonFor(one, ins, key))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, jsonFor(one, ins, name)]))
}
