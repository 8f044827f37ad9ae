import { expect, test } from 'vitest'
import { ask, named } from '../../samples/ask.ts'
import { sampleLookups } from '../../samples/lists.ts'
import { showField, showing } from '../../show-field.ts'
import type { LongTextField } from './long-text.ts'

const field: LongTextField = { ...named, type: 'long-text', max: 40 }

test('long text keeps its lines and loses empty ones at the ends', () => {
  const { value, says } = ask(field, '\r\n Mất ví  ở chợ\r\n\r\n\r\n\r\nSáng thứ Ba\u0000\n')
  expect(value).toBe('Mất ví ở chợ\n\nSáng thứ Ba')
  expect(says).toEqual([])
  expect(showField(field, value, showing('vi', sampleLookups))).toEqual(['Mất ví ở chợ', '', 'Sáng thứ Ba'])
})

test('long text that is too long is kept and told', () => {
  expect(ask(field, 'a'.repeat(41)).says).toEqual(['it: Dài 41 chữ, chỉ nhận 40. Xin viết ngắn lại.'])
})

test('markup stays text', () => {
  expect(ask(field, '<img src=x onerror=alert(1)>').value).toBe('<img src=x onerror=alert(1)>')
})
