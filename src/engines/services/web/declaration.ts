import type { Words } from '#values/words.ts'

/** What every applicant declares before an application is sent. */
export const declaration: Words = {
  vi: 'Tôi cam đoan những điều khai trên là đúng và chịu trách nhiệm trước pháp luật.',
  en: 'I declare that what I state is true and answer for it by law.',
}
