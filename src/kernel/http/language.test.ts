import { expect, test } from 'vitest'
import { languageOf } from './language.ts'

const asked = (accepted: string, more: Record<string, string> = {}, path = '/api/identity/me') =>
  languageOf(new Request(`http://localhost${path}`, { headers: { 'Accept-Language': accepted, ...more } }))

test.each([
  ['en', 'en'],
  ['EN-gb', 'en'],
  ['en-US,en;q=0.9,vi;q=0.8', 'en'],
  ['en;q=0.5, vi;q=0.9', 'vi'],
  ['fr, en;q=0.1', 'en'],
  ['vi, en', 'vi'],
  ['en, vi', 'vi'],
  ['*', 'vi'],
  ['vi;q=0, *', 'en'],
  ['en;q=0', 'vi'],
  ['fr', 'vi'],
  ['en;q=2', 'vi'],
  ['', 'vi'],
])('a program that accepts %j is answered in %s', (accepted, language) => {
  expect(asked(accepted)).toBe(language)
})

test('what was chosen counts more than what is accepted', () => {
  expect(asked('en', { Cookie: 'language=vi' })).toBe('vi')
  expect(asked('en', { 'X-Language': 'vi' })).toBe('vi')
  expect(asked('vi', { 'X-Language': 'en' })).toBe('en')
  expect(asked('en', { 'X-Language': 'fr' })).toBe('en')
})

test('uploads and files go by it too, pages do not', () => {
  expect(asked('en', {}, '/uploads')).toBe('en')
  expect(asked('en', {}, '/files/1')).toBe('en')
  for (const path of ['/', '/filesystem', '/thu-tuc']) expect(asked('en', {}, path)).toBe('vi')
  expect(asked('vi', { Cookie: 'a=b; language=en' }, '/thu-tuc')).toBe('en')
})
