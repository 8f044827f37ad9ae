import { defineEngine } from '#kernel/operations/engine.ts'

export { dossierCode, documentNumber } from './code.ts'
export { countBooks, takeNumber } from './take-number.ts'
export { newVerificationCode } from './verification-code.ts'

export const createNumbering = () =>
  defineEngine({
    name: 'numbering',
    contract: {},
    handlers: {},
  })
