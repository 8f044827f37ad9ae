import { expect, test } from 'vitest'
import { qrModules, qrSvg } from './qr-code.ts'

const url = 'https://dichvucong.example.gov.vn/k/H02.11-201124-0019?c=9C2T'

/** The five data bits of the format information beside the upper left finder, unmasked: two of level, three of mask. */
const formatOf = (modules: boolean[][]): number =>
  [0, 1, 2, 3, 4].reduce((bits, x) => bits * 2 + (modules[8]?.[x] ? 1 : 0), 0) ^ 0b10101

test('a code is square, has its three finders and carries error correction M', () => {
  const modules = qrModules(url)
  const size = modules.length
  expect(modules.every((row) => row.length === size)).toBe(true)
  const finder = (top: number, left: number) =>
    modules.slice(top, top + 7).map((row) =>
      row
        .slice(left, left + 7)
        .map(Number)
        .join(''),
    )
  const whole = ['1111111', '1000001', '1011101', '1011101', '1011101', '1000001', '1111111']
  expect(finder(0, 0)).toEqual(whole)
  expect(finder(0, size - 7)).toEqual(whole)
  expect(finder(size - 7, 0)).toEqual(whole)
  expect(formatOf(modules) >> 3, 'level M is 00').toBe(0b00)
})

test('the picture paints exactly the dark modules, inside the quiet border asked for', () => {
  const modules = qrModules(url)
  for (const quiet of [0, 4]) {
    const svg = qrSvg(url, { quiet })
    const size = modules.length + 2 * quiet
    expect(svg).toContain(`viewBox="0 0 ${size} ${size}"`)
    const painted = Array.from({ length: modules.length }, () => Array.from({ length: modules.length }, () => false))
    for (const [, x, y, length] of svg.matchAll(/M(\d+) (\d+)h(\d+)v1h-\d+z/g)) {
      for (let step = 0; step < Number(length); step += 1)
        (painted[Number(y) - quiet] as boolean[])[Number(x) + step - quiet] = true
    }
    expect(painted).toEqual(modules)
  }
})

test('Vietnamese text is coded as UTF-8: as large as its bytes need, and different for different marks', () => {
  const accented = 'Đổi giấy phép lái xe '.repeat(5)
  const bytes = new TextEncoder().encode(accented).length
  expect(qrModules(accented).length).toBe(qrModules('x'.repeat(bytes)).length)
  expect(qrSvg('má')).not.toBe(qrSvg('mà'))
})

test('a text that no code can hold is refused', () => {
  expect(() => qrSvg('ệ'.repeat(800))).toThrow(RangeError)
})
