import { describe, expect, it } from 'vitest'
import { base32, codeOf, stepAt, stepOfCode, totpUri } from './totp.ts'

// RFC 6238, appendix B, the last six digits of its eight.
const secret = Buffer.from('12345678901234567890')

describe('a one-time code', () => {
  it.each([
    [59, '287082'],
    [1111111109, '081804'],
    [1111111111, '050471'],
    [1234567890, '005924'],
    [2000000000, '279037'],
    [20000000000, '353130'],
  ])('is at second %i that of RFC 6238: %s', (second, code) => {
    const at = new Date(second * 1000)
    expect(codeOf(secret, stepAt(at))).toBe(code)
    expect(stepOfCode(secret, code, at)).toBe(stepAt(at))
  })

  it('is taken one step early or late, not two', () => {
    const code = codeOf(secret, 1000)
    const taken = [-2, -1, 0, 1, 2].map((by) => stepOfCode(secret, code, new Date((1000 + by) * 30_000)))
    expect(taken).toEqual([undefined, 1000, 1000, 1000, undefined])
  })

  it('is six digits and nothing else', () => {
    for (const code of ['', '28708', '2870820', '２８７０８２', 'abcdef'])
      expect(stepOfCode(secret, code, new Date(59_000)), code).toBeUndefined()
  })
})

describe('a secret', () => {
  it('is said in base32 (RFC 4648)', () => {
    expect(['f', 'fo', 'foo', 'foob', 'fooba', 'foobar'].map((text) => base32(Buffer.from(text)))).toEqual([
      'MY',
      'MZXQ',
      'MZXW6',
      'MZXW6YQ',
      'MZXW6YTB',
      'MZXW6YTBOI',
    ])
  })

  it('stands in the address of an enrolment with who it is for', () => {
    const url = new URL(totpUri('Tỉnh Bắc Giang', 'quantri', 'MZXW6'))
    expect(decodeURIComponent(url.pathname)).toContain('Tỉnh Bắc Giang:quantri')
    expect(Object.fromEntries(url.searchParams)).toEqual({ secret: 'MZXW6', issuer: 'Tỉnh Bắc Giang' })
    expect(url.href).not.toContain('+')
  })
})
