import { describe, expect, test } from 'vitest'
import { ask, named } from '../samples/ask.ts'
import { sampleLookups } from '../samples/lists.ts'
import { showField, showing } from '../show-field.ts'
import type { AddressField } from './address/address.ts'
import type { EnterpriseField } from './enterprise/enterprise.ts'
import type { IdentityDocumentField } from './identity-document/identity-document.ts'

const address: AddressField = { ...named, type: 'address' }
const paper: IdentityDocumentField = { ...named, type: 'identity-document' }
const enterprise: EnterpriseField = { ...named, type: 'enterprise' }

describe('an address', () => {
  test('is a commune and a detail, shown in one line', () => {
    const { value, says } = ask(address, { commune: 'nghĩa hưng', detail: 'Thôn Hạ' })
    expect([value, says]).toEqual([{ commune: '07375', detail: 'Thôn Hạ' }, []])
    expect(showField(address, value, showing('vi', sampleLookups))).toEqual([
      'Thôn Hạ, xã Nghĩa Hưng, huyện Lạng Giang, tỉnh Bắc Giang',
    ])
    expect(showField({ ...address, sensitive: true }, value, showing('vi', sampleLookups))).toEqual([
      '***, xã Nghĩa Hưng, huyện Lạng Giang, tỉnh Bắc Giang',
    ])
  })

  test('needs its detail unless the form says otherwise', () => {
    expect(ask(address, { commune: '07375' }).says).toEqual(['it.detail: Chưa điền. Xin điền rồi tiếp tục.'])
    expect(ask({ ...address, detail: 'optional' }, { commune: '07375' }).says).toEqual([])
  })
})

describe('an identity document', () => {
  const card = { kind: 'cccd', number: '024 168 009 123', issuedOn: '5/6/2018', issuedBy: 'Cục Cảnh sát' }

  test('has a number of the shape of its kind', () => {
    expect(ask(paper, card).says).toEqual([])
    expect(ask(paper, { ...card, kind: 'cmnd' }).says).toEqual([
      'it.number: Có 12 chữ số, chỉ cần 9. Bỏ chữ số thừa. Xem lại nhóm cuối trên thẻ.',
    ])
    expect(ask(paper, { ...card, issuedOn: '1/1/2021' }).says).toEqual(['it.issuedOn: Ngày này chưa tới. Xem lại năm.'])
  })

  test('is one line, its number masked unless someone may see it', () => {
    const value = { ...card, number: '024168009123', issuedOn: '2018-06-05' }
    expect(showField(paper, value, showing('vi', sampleLookups))).toEqual([
      'Căn cước công dân 024 168 009 ***, cấp ngày 05/06/2018, Cục Cảnh sát',
    ])
    expect(showField(paper, value, showing('en', sampleLookups, {}, true))).toEqual([
      'Citizen card 024 168 009 123, issued 05/06/2018, Cục Cảnh sát',
    ])
  })
})

test('an enterprise asks its four parts, or those that are named', () => {
  expect(ask(enterprise, {}).says.map((said) => said.split(':')[0])).toEqual([
    'it.code',
    'it.name',
    'it.address.commune',
    'it.address.detail',
    'it.representative',
  ])
  const short: EnterpriseField = { ...enterprise, parts: { code: 'required', name: 'optional' } }
  expect(ask(short, { code: '2400123456' })).toEqual({ value: { code: '2400123456' }, says: [] })
})
