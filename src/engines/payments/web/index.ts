export { comparedWords, refundWords } from './words.ts'
