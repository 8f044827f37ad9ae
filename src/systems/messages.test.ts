import { expect, test } from 'vitest'
import { previewSms, TemplateKind } from '#engines/notification/contract.ts'
import { systems } from './index.ts'

test('each thing that is told has its template, and no short message without marks costs more than one part', () => {
  const { templates } = systems.messages
  expect(templates.map(({ kind }) => kind).toSorted()).toEqual(TemplateKind.options.toSorted())
  const long = templates.filter(
    (one) => !one.plain.includes('{place}') && previewSms({ ...one, isAccented: false }).parts > 1,
  )
  expect(long).toEqual([])
})
