import { expect, test } from 'vitest'
import { declaredProfile, prefill } from './profile.ts'
import { named } from './samples/ask.ts'
import { licenceForm } from './samples/licence.ts'
import type { Form } from './form.ts'

const person = {
  fullName: 'Thân Thị Bích Phượng',
  birthDate: '1968-08-14',
  ethnicity: '01',
  residence: { commune: '07375', detail: 'Thôn Hạ', secret: 'x' },
  bloodType: 'O',
}

test('a draft starts with the parts that are known and asked', () => {
  expect(prefill(licenceForm, { person })).toEqual({
    applicant: {
      fullName: 'Thân Thị Bích Phượng',
      birthDate: '1968-08-14',
      residence: { commune: '07375', detail: 'Thôn Hạ' },
    },
  })
  expect(prefill(licenceForm, {})).toEqual({})
})

test('single parts fill single fields of the same kind only', () => {
  const form: Form = {
    id: 'x',
    pages: [
      {
        id: 'x',
        title: named.label,
        fields: [
          { ...named, id: 'home', type: 'address', prefill: 'person.residence' },
          { ...named, id: 'born', type: 'date', prefill: 'person.birthDate' },
          { ...named, id: 'code', type: 'text', prefill: 'enterprise.code' },
          { ...named, id: 'odd', type: 'number', prefill: 'person.fullName' },
          { ...named, id: 'evil', type: 'text', prefill: 'person.__proto__' },
        ],
      },
    ],
  }
  expect(prefill(form, { person, enterprise: { code: '2400123456' } })).toEqual({
    home: { commune: '07375', detail: 'Thôn Hạ' },
    born: '1968-08-14',
    code: '2400123456',
  })
})

test('what the answers declare of whoever files is read back from the fields that the profile fills', () => {
  const answers = { applicant: { fullName: 'Thân Thị Bích Phượng', phone: '0912345678' }, other: { phone: '1' } }
  expect(declaredProfile(licenceForm, answers)).toEqual({ person: answers.applicant })
  const fields = [
    { ...named, id: 'home', type: 'address' as const, prefill: 'person.residence' },
    { ...named, id: 'born', type: 'date' as const, prefill: 'person.birthDate' },
  ]
  const form: Form = { id: 'x', pages: [{ id: 'x', title: named.label, fields }] }
  expect(declaredProfile(form, { home: { commune: '07375' } })).toEqual({
    person: { residence: { commune: '07375' } },
  })
})
