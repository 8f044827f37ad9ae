import { expect, test } from 'vitest'
import type { Form } from '#engines/forms/declare.ts'
import { pageAlone } from './own-page.ts'

const words = (vi: string) => ({ vi, en: vi })
const text = (id: string, when?: object) => ({ id, type: 'text', label: words(id), ...(when ? { when } : {}) })
const form = {
  id: 'two',
  pages: [
    { id: 'first', title: words('Một'), fields: [text('secret'), text('root')] },
    { id: 'second', title: words('Hai'), when: { field: 'root', is: 'yes' }, fields: [text('branch'), text('other')] },
    { id: 'theirs', title: words('Ba'), fields: [text('own', { field: 'branch', is: 'b' }), text('also')] },
    { id: 'later', title: words('Bốn'), fields: [text('after')] },
  ],
} as Form

test('whoever answers one page gets its answers and those it depends on, and none beside', () => {
  const answers = { secret: 's', root: 'yes', branch: 'b', other: 'o', own: 'x', also: 'y', after: 'z', stray: 1 }
  const alone = pageAlone(form, 'theirs', answers)
  expect(alone.answers).toEqual({ root: 'yes', branch: 'b', own: 'x', also: 'y' })
  expect(alone.form.pages.map(({ id }) => id)).toEqual(['first', 'second', 'theirs'])
})
