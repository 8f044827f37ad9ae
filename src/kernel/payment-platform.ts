import { z } from 'zod'
import { isSafeAddress, jsonVariable } from './outside-variables.ts'

/** The national payment platform, as it is set up for this installation. */
export interface PaymentPlatform {
  readonly initUrl: string
  readonly checkUrl: string
  /** Origins of its pages: nobody is sent to pay anywhere else. */
  readonly pageOrigins: readonly string[]
  /** What it calls us. */
  readonly partner: string
  /** What both know and no message carries. */
  readonly secret: string
  readonly messages: PaymentMessages
  /** A payment of which nothing is heard is asked about from this many minutes on … */
  readonly checkMinutes: number
  /** … and this many days long. */
  readonly checkDays: number
}

// oxfmt-ignore
const initFields = [
  'LoaiBanTin', 'PhienBan', 'MaDoiTac', 'MaThamChieu', 'SoTien', 'LoaiHinhThanhToan', 'MaKenhThanhToan', 'MaThietBi', 'NgonNgu',
  'MaTienTe', 'MaNganHang', 'ThongTinGiaoDich', 'ThoiGianGD', 'Ip',
]
// oxfmt-ignore
const answerFields = [
  'LoaiBanTin', 'MaLoi', 'MaDoiTac', 'MaThamChieu', 'SoTien', 'MaTienTe', 'MaGiaoDich', 'MaNganHang', 'ThoiGianGD', 'ThongTinGiaoDich',
  'TrangThaiGD',
]

/** What no published text settles of the messages: values that say what a message is, and what its checksum is made of. */
const Messages = z.strictObject({
  version: z.string().default('1.0.0'),
  initKind: z.string().default('KHOITAO'),
  checkKind: z.string().default('TRUYVAN'),
  paymentKind: z.string().default('1'),
  channel: z.string().default('WEB'),
  device: z.string().default('WEB'),
  initFields: z.array(z.string()).default(initFields),
  answerFields: z.array(z.string()).default(answerFields),
  checkFields: z.array(z.string()).default(['LoaiBanTin', 'PhienBan', 'MaDoiTac', 'MaThamChieu', 'ThoiGianGD']),
  /** Between the last value and the secret. */
  beforeSecret: z.enum(['|', '']).default('|'),
})
export type PaymentMessages = z.infer<typeof Messages>

const Address = z.string().refine(isSafeAddress, { error: 'must be an https address' })
const wholeNumber = (most: number) =>
  z
    .string()
    .regex(/^[1-9]\d{0,4}$/, { error: `must be a whole number from 1 to ${most}` })
    .transform(Number)
    .pipe(z.number().max(most))

export const paymentVariables = {
  PAYMENT_INIT_URL: Address.optional().describe(
    'where the national payment platform takes a payment to be made; fees are paid at counters only',
  ),
  PAYMENT_CHECK_URL: Address.optional().describe('where it says what became of one; needed with the address above'),
  PAYMENT_PAGES: z
    .string()
    .transform((text) => text.split(',').map((one) => one.trim()))
    .pipe(z.array(Address).min(1))
    .optional()
    .describe('origins of the pages on which people pay, with commas between; needed with it'),
  PAYMENT_PARTNER: z.string().min(1).max(50).optional().describe('what it calls us (MaDoiTac); needed with it'),
  PAYMENT_SECRET: z.string().min(8).optional().describe('the secret of the checksums; needed with it'),
  PAYMENT_MESSAGES: jsonVariable(Messages, '{"version":"1.0.0","initKind":"…"}')
    .optional()
    .describe('what its messages are called and how their checksum is made, as JSON; see the guide'),
  PAYMENT_CHECK_MINUTES: wholeNumber(1440)
    .default(30)
    .describe('after so many minutes without an answer we ask what became of a payment; 30'),
  PAYMENT_CHECK_DAYS: wholeNumber(30).default(3).describe('and so many days long; 3'),
}

const Variables = z.object(paymentVariables)
type Variables = z.infer<typeof Variables>

/** What is set up, or undefined without an address; throws when it is set up by half. */
export function paymentPlatformOf(given: Variables): PaymentPlatform | undefined {
  if (given.PAYMENT_INIT_URL === undefined) return undefined
  const needed = <Name extends keyof Variables>(name: Name): NonNullable<Variables[Name]> => {
    const value = given[name]
    if (value === undefined) throw new Error(`configuration: ${name} is needed with PAYMENT_INIT_URL`)
    return value
  }
  return {
    initUrl: given.PAYMENT_INIT_URL,
    checkUrl: needed('PAYMENT_CHECK_URL'),
    pageOrigins: needed('PAYMENT_PAGES').map((one) => new URL(one).origin),
    partner: needed('PAYMENT_PARTNER'),
    secret: needed('PAYMENT_SECRET'),
    messages: given.PAYMENT_MESSAGES ?? Messages.parse({}),
    checkMinutes: given.PAYMENT_CHECK_MINUTES,
    checkDays: given.PAYMENT_CHECK_DAYS,
  }
}
