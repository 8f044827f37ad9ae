export { channelWords, deliveryTones, deliveryWords, toldLine } from './told.ts'
export { factWords, kindWords, smsWords } from './template-words.ts'
