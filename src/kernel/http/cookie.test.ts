import { expect, test } from 'vitest'
import { cookieIn, writeCookie } from './cookie.ts'

test('a cookie is out of the reach of scripts and of other sites, and of plain HTTP where we are asked by https', () => {
  const secure = writeCookie('https://dvc.example.vn', 'theme', 'dark', 60)
  expect(secure.split('; ')).toEqual(['theme=dark', 'Path=/', 'HttpOnly', 'SameSite=Lax', 'Max-Age=60', 'Secure'])
  expect(writeCookie('http://localhost:8080', 'theme', 'dark', 60)).not.toContain('Secure')
})

test('a cookie is found by its whole name', () => {
  const headers = new Headers({ Cookie: 'mytheme=light; theme=dark; language=en' })
  expect([cookieIn(headers, 'theme'), cookieIn(headers, 'them')]).toEqual(['dark', undefined])
})
