import { describe, expect, it } from 'vitest'
import { createPasswordRule } from './password.ts'

const faultOf = createPasswordRule(['Tỉnh Bắc Giang', 'Huyện Lạng Giang', 'Sở Giao thông vận tải', 'Sở GTVT'])
const owner = { login: 'motcua.tinh', name: 'Thân Thị Bích Phượng' }

describe('a new password', () => {
  it.each([
    ['the province', 'bacgiang bacgiang'],
    ['the province as it is written', 'Tỉnh Bắc Giang!!'],
    ['the province and a year', 'BacGiang@2026'],
    ['two places', 'bac giang lang giang'],
    ['a place and the product', 'langgiang-lienthong-1'],
    ['a body', 'Sở Giao thông vận tải 1'],
    ['a body in short', 'gtvt gtvt bacgiang'],
    ['the product again and again', 'lienthonglienthong'],
    ['any word again and again', 'congan congan congan'],
    ['a few letters again and again', 'abababababab'],
    ['digits', '0912345678 2026'],
    ['the own login', 'motcua.tinh rat hay'],
    ['the own name', 'ThanThiBichPhuong'],
    ['parts of the own name and a year', 'bichphuong 1968'],
    ['the name and the place', 'phuong bac giang'],
    ['the password of the demo', 'mo cua xem tinh mau 1'],
  ])('is not %s: %s', (_what, password) => {
    expect(faultOf(password, owner)?.en).toContain('Too easy to guess')
  })

  it.each([
    'con trau di truoc cai cay',
    'que toi o bac giang co vai thieu',
    'Phượng vĩ nở đỏ sân trường',
    'k3Zq-91xw-Lm0b',
  ])('may be a sentence, also one that names a place: %s', (password) => {
    expect(faultOf(password, owner)).toBeUndefined()
  })

  it('has 12 to 128 characters', () => {
    expect(faultOf('cau nho ben', owner)?.en).toContain('at least 12')
    expect(faultOf('con trau di truoc cai cay '.repeat(6), owner)?.en).toContain('Longer than 128')
  })
})
