import { formsOf } from '#kernel/http/browser-forms.ts'
import { formTokenField } from '#values/form-token.ts'
import type { Visitor } from './test-platform.ts'

const formCookie = `form=${'b'.repeat(32)}`

/** What the browser of a visitor, or of a stranger, sends with everything. */
export const browserOf = (who: Visitor | undefined): Record<string, string> => ({
  Cookie: [formCookie, ...(who?.token === undefined ? [] : [`session=${who.token}`])].join('; '),
  Origin: 'http://localhost',
})

/** The hidden field of a form that was drawn for that browser. */
export const drawnField = (): Record<string, string> => ({
  [formTokenField]: formsOf(new Headers({ Cookie: formCookie }), 'http://localhost').token(),
})
