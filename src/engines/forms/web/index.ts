/** The screens of forms: questions of a page, one question asked again, a summary. */
export { FormSummary, type FormSummaryProps } from './FormSummary.tsx'
export { lookupDataFor, lookupsFrom, type LookupData } from './lookup-data.ts'
export { pageErrors } from './page-errors.ts'
export { pinnedField } from './pinned-field.ts'
export { PinnedQuestion, type PinnedQuestionProps } from './PinnedQuestion.tsx'
export { QuestionFields, type QuestionFieldsProps } from './QuestionFields.tsx'
