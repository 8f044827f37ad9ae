/** What screens say of the link with the national portal. */
export { causeWords, fieldWords, flowWords } from './words.ts'
export { statusWords } from '../outgoing/status-code.ts'
