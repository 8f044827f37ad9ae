export { channelWords, deliveryTones, deliveryWords, toldLine } from './told.ts'
