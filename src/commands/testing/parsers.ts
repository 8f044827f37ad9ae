import { readAreaTable } from '#engines/directory/reorganization/read-area-table.ts'
import { readBoundaries } from '#engines/directory/boundary/read-boundaries.ts'
import { readImportFile } from '#engines/directory/import/read-file.ts'
import { readTable } from '#engines/directory/reorganization/read-table.ts'
import { checkFile } from '#engines/files/check/check-file.ts'
import { readZip } from '#engines/files/check/office/zip.ts'
import { checkXml, xmlText } from '#engines/files/check/office/xml.ts'
import { readRange } from '#engines/files/byte-range.ts'
import { cleanName, nameFor } from '#engines/files/file-name.ts'
import { readForm } from '#engines/files/multipart.ts'
import { readPlan } from '#engines/files/pages/page-plan.ts'
import { readReturn } from '#engines/files/return-path.ts'
import { makePdf } from '#engines/files/testing/make-pdf.ts'
import { jpeg, png, webp } from '#engines/files/testing/make-picture.ts'
import { docx, odt } from '#engines/files/testing/make-zip.ts'
import { readChecksum, readCount, readMetadata } from '#engines/files/tus-headers.ts'
import { readDate } from '#engines/forms/field-types/date/read-date.ts'
import { readNumber } from '#engines/forms/field-types/number/read-number.ts'
import { cleanLine, cleanLines } from '#engines/forms/field-types/text/clean.ts'
import { readPersonalId } from '#engines/forms/field-types/text/patterns/personal-id.ts'
import { readPost } from '#engines/forms/post.ts'
import { readPublicKeys } from '#engines/identity/provider/public-keys.ts'
import { storable } from '#engines/national-portal/client/storable.ts'
import { readFiled } from '#engines/national-portal/incoming/read-filed.ts'
import { pduReader } from '#engines/notification/sms/smpp-pdu.ts'
import { receiptOf } from '#engines/notification/sms/smpp-units.ts'
import { readReceipt } from '#engines/notification/sms/read-receipt.ts'
import { splitSms } from '#engines/notification/sms/split-sms.ts'
import { readAnswer } from '#engines/payments/messages/answer.ts'
import { readWireTime } from '#engines/payments/messages/wire-time.ts'
import { withoutPersonalData } from '#engines/petitions/personal-data.ts'
import { readCatalogueFile } from '#engines/services/catalogue/read-catalogue-file.ts'
import { readLaws, readLimit, readPapers, readSubjects, readTiers } from '#engines/services/catalogue/read-parts.ts'
import { splitArray } from '#engines/services/catalogue/split-array.ts'
import { understandRecords } from '#engines/services/catalogue/understand-record.ts'
import { formsOf } from '#kernel/http/browser-forms.ts'
import { cookieIn } from '#kernel/http/cookie.ts'
import { readJsonBody } from '#kernel/http/json-body.ts'
import { readHiddenFields } from '#kernel/http/posted-form.ts'
import { languageOf } from '#kernel/http/language.ts'
import { readToken } from '#kernel/http/authenticate.ts'
import { readWorkbook } from '#kernel/spreadsheet/read-workbook.ts'
import { UnreadableSpreadsheet } from '#kernel/spreadsheet/unreadable.ts'
import { writeWorkbook } from '#kernel/spreadsheet/write-workbook.ts'
import type { PaymentPlatform } from '#kernel/payment-platform.ts'
import type { SmsGateway, SmsReceipts } from '#kernel/sms-gateway.ts'
import { systems } from '#systems/index.ts'
import { Condition, holds } from '#values/condition.ts'
import { csvCells } from '#values/csv.ts'
import { Problem } from '#values/errors.ts'
import { networkOf, plainAddress } from '#values/network.ts'
import { readCursor, InstantAndId } from '#values/page.ts'
import { isPlainDate } from '#values/plain-date.ts'
import { fold, tidy } from '#values/text.ts'

/** Something that reads what others wrote. */
export interface Parser {
  readonly name: string
  /** Something well formed, to be damaged. */
  readonly samples: readonly (string | Buffer)[]
  readonly read: (given: Buffer) => unknown
  /** How it may refuse; nothing: it answers always. */
  readonly refuses?: (error: unknown) => boolean
}

const isProblem = (error: unknown) => error instanceof Problem && error.status < 500
/** In a process of its own, whatever is thrown says: damaged. */
const isError = (error: unknown) => error instanceof Error
const isNoSpreadsheet = (error: unknown) => error instanceof UnreadableSpreadsheet

const url = 'https://lien-thong.example/'
/** A header as Node lets one through. */
const header = (name: string, given: Buffer) =>
  new Headers({
    [name]: given
      .toString('latin1')
      .replaceAll(/[^\t\x20-\x7e\x80-\xff]/g, '')
      .slice(0, 16_000),
  })
const posted = (given: Buffer, type: string) =>
  new Request(url, { method: 'POST', body: new Uint8Array(given), headers: { 'Content-Type': type } })
const inPieces = async function* (given: Buffer) {
  for (let at = 0; at < given.length; at += 997) yield given.subarray(at, at + 997)
}
const drain = async (given: Buffer, type: string) => {
  for await (const part of readForm(inPieces(given), type)) for await (const _ of part.body);
}
const json = (given: Buffer): unknown => {
  try {
    return JSON.parse(given.toString())
  } catch {
    return undefined
  }
}
const fieldsIn = (given: Buffer) => Object(json(given)) as Record<string, unknown>

const form = '--b\r\nContent-Disposition: form-data; name="file"; filename="a.pdf"\r\n\r\nabc\r\n--b--\r\n'
const workbook = writeWorkbook([{ name: 'Đơn vị', columns: [{ title: 'Mã', width: 10 }], rows: [['SGTVT'], ['STP']] }])
const table = 'Mã đơn vị,Chức năng\r\nSGTVT,"Chuyên ""viên"""\r\n'
const record = JSON.stringify([{ MATTHC: '1.002809', TENTTHC: 'Đổi giấy phép lái xe', THOIHAN: '05 ngày làm việc' }])
const laws = 'Luật Giao thông đường bộ 23/2008/QH12; Thông tư 12/2017/TT-BGTVT (15/04/2017)'
const boundary = '{"type":"FeatureCollection","features":[{"type":"Feature","properties":{},"geometry":null}]}'
const pdu = Buffer.from('00000010800000040000000000000001', 'hex')
const receipt = 'id:abc sub:001 dlvrd:001 submit date:2611280800 done date:2611280801 stat:DELIVRD err:000 text:'
const answered = '{"MaDoiTac":"LT","MaThamChieu":"a","SoTien":"200000.00","TrangThaiGD":"1","MaTienTe":"VND"}'
const filing =
  '{"MaHoSo":"H02-1","HoTen":"A","NgaySinh":"01/02/1970","DuLieu":{"a":"b"},"GiayTo":[{"Ten":"x","DuongDan":"y"}]}'
const lookFor = 'Kính gửi: a.b@c.vn, số 0912 345 678'
const key =
  '{"kty":"EC","crv":"P-256","x":"MKBCTNIcKUSDii11ySs3526iDZ8AiTo7Tu6KPAqv7D4","y":"4Etl6SRW2YiLUrN5vfvVHuhp7x8PxltmWWlbbM4IFyM","kid":"1"}'
const condition = '{"all":[{"field":"a.b","is":"c"},{"not":{"any":[{"field":"d","in":["e"]}]}}]}'
const cursor = btoa(JSON.stringify(['2026-11-28T01:00:00Z', '019b0000-0000-7000-8000-000000000000']))
const platform = { partner: 'LT' } as PaymentPlatform
const gateway = { url: 'https://ten:mat-khau@sms.example/' } as SmsGateway
const receipts: SmsReceipts = {
  proof: { header: 'X-Key', value: '{user}' },
  id: 'data.id',
  reference: 'data.ours',
  state: 'data.state',
  delivered: ['1'],
  undelivered: ['2'],
}
const [nationalForm] = systems.nationalForms
const noFacts = new Map<string, never>()

/** Every reader there is. */
export const parsers: readonly Parser[] = [
  // Requests.
  {
    name: 'JSON',
    samples: ['{"a":[1,{"b":"c\\"d"}]}'],
    read: (given) => readJsonBody(posted(given, 'application/json')),
    refuses: isProblem,
  },
  {
    name: 'a form',
    samples: ['a=1&b.0.c=%C4%91&_once=x'],
    read: (given) => {
      const post = readPost(new URLSearchParams(given.toString()))
      return [...post.names()].map((name) => [post.first(name), post.rowsOf(name)])
    },
  },
  {
    name: 'hidden fields',
    samples: ['once=1&form=a.b'],
    read: (given) => readHiddenFields(posted(given, 'application/x-www-form-urlencoded')),
  },
  {
    name: 'a form of files',
    samples: [form],
    read: (given) => drain(given, 'multipart/form-data; boundary=b'),
    refuses: isProblem,
  },
  {
    name: 'the kind of a form',
    samples: ['multipart/form-data; a=b; boundary="c"'],
    read: (given) => drain(Buffer.from(form), header('a', given).get('a') ?? ''),
    refuses: isProblem,
  },
  {
    name: 'a cookie',
    samples: ['a=b; form=c; __Host-form=d'],
    read: (given) => cookieIn(header('cookie', given), 'form'),
  },
  {
    name: 'a token of a form',
    samples: ['abc.def'],
    read: (given) => formsOf(header('cookie', Buffer.from('form=abc')), url).areOwn(given.toString()),
  },
  {
    name: 'credentials',
    samples: ['Bearer abcdefghijklmnop'],
    read: (given) => readToken(header('authorization', given), url),
  },
  {
    name: 'a language',
    samples: ['vi;q=0.8, en-GB, *;q=0'],
    read: (given) => languageOf(new Request(`${url}api/a`, { headers: header('accept-language', given) })),
  },
  {
    name: 'an address',
    samples: ['::ffff:10.0.0.2', '2402:800::1%eth0'],
    read: (given) => networkOf(plainAddress(given.toString())),
  },
  { name: 'a range', samples: ['bytes=0-99'], read: (given) => readRange(given.toString(), 1000) },
  {
    name: 'a number of tus',
    samples: ['100'],
    read: (given) => readCount(header('upload-length', given), 'upload-length'),
    refuses: isProblem,
  },
  {
    name: 'metadata of tus',
    samples: ['filename YS5wZGY=,filetype YQ=='],
    read: (given) => readMetadata(header('upload-metadata', given)),
    refuses: isProblem,
  },
  {
    name: 'a check sum of tus',
    samples: ['sha256 YWJj'],
    read: (given) => readChecksum(header('upload-checksum', given)),
    refuses: isProblem,
  },
  {
    name: 'a page to go back to',
    samples: ['/ho-so/1?a=b#c'],
    read: (given) => readReturn(given.toString()),
    refuses: isProblem,
  },
  {
    name: 'a plan of pages',
    samples: ['page=019b0000-0000-7000-8000-000000000000.1&turn-a=90'],
    read: (given) => readPlan(new URLSearchParams(given.toString())),
    refuses: isProblem,
  },
  {
    name: 'a cursor',
    samples: [cursor],
    read: (given) => readCursor(InstantAndId, given.toString()),
    refuses: isProblem,
  },
  // What is typed.
  {
    name: 'a text',
    samples: ['Thôn Hạ'],
    read: (given) => [cleanLine(given.toString()), fold(tidy(given.toString()))],
  },
  { name: 'lines', samples: ['a\n\nb'], read: (given) => cleanLines(given.toString()) },
  {
    name: 'a date',
    samples: ['ngày 24 tháng 11 năm 2020'],
    read: (given) => [readDate(given.toString(), 'any'), isPlainDate(given.toString())],
  },
  { name: 'a number', samples: ['1.234.567,5'], read: (given) => readNumber(given.toString(), 2) },
  { name: 'a personal number', samples: ['024168009123'], read: (given) => readPersonalId(given.toString()) },
  {
    name: 'a condition',
    samples: [condition],
    read: (given) => {
      const { data } = Condition.safeParse(json(given))
      return data && holds(data, { a: { b: 'c' } })
    },
  },
  {
    name: 'words about people',
    samples: [lookFor],
    read: (given) => withoutPersonalData(given.toString('utf8', 0, 10_000), { fullName: 'Nguyễn Văn An' }),
  },
  // Files.
  {
    name: 'a name of a file',
    samples: ['../Đơn xin.pdf'],
    read: (given) => nameFor(cleanName(given.toString()), 'application/pdf'),
    refuses: isError,
  },
  {
    name: 'a file',
    samples: [makePdf(), jpeg, png(3, 3), webp, docx(), odt()],
    read: (given) => checkFile(given),
    refuses: isError,
  },
  { name: 'an archive', samples: [docx()], read: (given) => readZip(given), refuses: isError },
  {
    name: 'XML',
    samples: ['<?xml version="1.0"?><a b="c"><d/>e</a>'],
    read: (given) => checkXml(xmlText(given)),
    refuses: isError,
  },
  { name: 'a workbook', samples: [workbook], read: (given) => readWorkbook(given), refuses: isNoSpreadsheet },
  { name: 'a table', samples: [table], read: (given) => readTable(given.toString()) },
  {
    name: 'an import',
    samples: [table, workbook],
    read: (given) => readImportFile('a.csv', given),
    refuses: isProblem,
  },
  {
    name: 'a table of areas',
    samples: ['mã cũ,mã mới,tên mới,tỷ lệ\n07381,07384,Xã A,50%'],
    read: (given) => readAreaTable(given.toString(), noFacts),
  },
  { name: 'boundaries', samples: [boundary], read: (given) => readBoundaries(given), refuses: isProblem },
  { name: 'a catalogue', samples: [record], read: (given) => understandRecords(readCatalogueFile(given)) },
  { name: 'an array that is cut off', samples: [record], read: (given) => splitArray(given.toString()) },
  {
    name: 'a limit in words',
    samples: ['05 ngày làm việc (kể từ ngày nhận đủ hồ sơ)'],
    read: (given) => readLimit(given.toString()),
  },
  { name: 'laws in words', samples: [laws], read: (given) => readLaws([given.toString()]) },
  {
    name: 'papers in words',
    samples: ['- Đơn đề nghị (bản chính: 1);'],
    read: (given) => readPapers([given.toString()]),
  },
  {
    name: 'subjects and tiers in words',
    samples: ['Công dân; cấp tỉnh'],
    read: (given) => [readSubjects([given.toString()]), readTiers(given.toString())],
  },
  { name: 'a line of a statement', samples: ['a,"b,c";d'], read: (given) => csvCells(given.toString(), ',') },
  // Other systems.
  { name: 'keys of a system', samples: [key], read: (given) => readPublicKeys(given.toString()), refuses: isProblem },
  { name: 'an answer about a payment', samples: [answered], read: (given) => readAnswer(fieldsIn(given), platform) },
  {
    name: 'a time of the payment platform',
    samples: ['20261128080000'],
    read: (given) => readWireTime(given.toString()),
  },
  {
    name: 'a filing of the national portal',
    samples: [filing],
    read: (given) => readFiled('H02-1', fieldsIn(given), nationalForm, systems.nationalProfile),
  },
  { name: 'what the national portal says', samples: [filing], read: (given) => storable(json(given)) },
  { name: 'SMPP', samples: [pdu], read: (given) => pduReader()(given), refuses: isError },
  {
    name: 'a receipt by SMPP',
    samples: [Buffer.concat([Buffer.alloc(17), Buffer.from([receipt.length]), Buffer.from(receipt)])],
    read: (given) => receiptOf(given),
    refuses: isError,
  },
  {
    name: 'a receipt by HTTP',
    samples: ['{"data":{"id":"a","state":"1"}}'],
    read: (given) => readReceipt({ said: json(given), header: () => 'ten' }, gateway, receipts),
  },
  { name: 'the parts of an SMS', samples: ['Hồ sơ của ông/bà €{}'], read: (given) => splitSms(given.toString()) },
]
