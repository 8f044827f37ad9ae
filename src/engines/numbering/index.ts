import { defineEngine } from '#kernel/operations/engine.ts'

export { dossierCode, documentNumber } from './code.ts'
export { countBooks, takeNumber } from './take-number.ts'

export const createNumbering = () =>
  defineEngine({
    name: 'numbering',
    contract: {},
    handlers: {},
  })
