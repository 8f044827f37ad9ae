/** What a system may say about forms: all of it data, safe in the browser. */
export { checkCondition, checkForm, checkPapers } from './check-form/check-form.ts'
export { CodeList, defineCodeList, type CodeListEntry } from './code-lists.ts'
export { Field } from './field-types/index.ts'
export { Form, Page } from './form.ts'
export { Paper } from './paper.ts'
