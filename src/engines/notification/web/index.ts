export { channelWords, deliveryTones, deliveryWords, toldLine } from './told.ts'
export { factWords, kindWords } from './template-words.ts'
