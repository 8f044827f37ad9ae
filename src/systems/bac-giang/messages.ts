import { defineMessages } from '#engines/notification/declare.ts'

type Declared = Parameters<typeof defineMessages>[0]['templates'][number]

/** In force from the day on which these texts were agreed; a sample, as the quiet hours are. */
const from = '2020-01-01'

/** Free of charge where it leads to the person, then a short message, then e-mail. */
const cheapestFirst = {
  from,
  channels: ['push', 'sms', 'email'],
  takes: 'first',
  isAccented: false,
  isUrgent: false,
} as const

/** What is worth nothing if it is not read in time goes by everything there is. */
const byEverything = { ...cheapestFirst, takes: 'all' } as const

/** Whoever has no account has no browser here that could be notified. */
const toStrangers = { ...byEverything, channels: ['sms', 'email'] } as const

const templates: Declared[] = [
  {
    ...cheapestFirst,
    kind: 'dossier.filed',
    // Whoever has just sent it sees it before them: no short message is paid for.
    channels: ['push', 'email'],
    plain: 'Ho so {code} da gui, dang cho kiem tra. Xem tai {site}',
    accented: 'Hồ sơ {code} đã gửi, đang chờ kiểm tra. Xem tại {site}',
  },
  {
    ...cheapestFirst,
    kind: 'dossier.received',
    plain: 'Ho so {code} da duoc tiep nhan, hen tra ket qua ngay {due}. Theo doi tai {site}',
    accented: 'Hồ sơ {code} đã được tiếp nhận, hẹn trả ngày {due}',
  },
  {
    ...byEverything,
    kind: 'dossier.ready',
    plain: 'Ho so {code} da co ket qua. Xem cach nhan tai {site}',
    accented: 'Hồ sơ {code} đã có kết quả. Xem tại {site}',
  },
  {
    ...cheapestFirst,
    kind: 'dossier.delivered',
    plain: 'Ho so {code} da tra ket qua. Xin danh gia: {link}',
    accented: 'Hồ sơ {code} đã trả kết quả. Xin đánh giá: {link}',
  },
  {
    ...byEverything,
    kind: 'dossier.supplement-asked',
    plain: 'Ho so {code} can bo sung. Xem tung cho can sua tai {site}',
    accented: 'Hồ sơ {code} cần bổ sung. Xem tại {site}',
  },
  {
    ...cheapestFirst,
    kind: 'dossier.supplied-at-counter',
    plain: 'Ho so {code} da duoc bo sung tai {place}',
    accented: 'Hồ sơ {code} đã được bổ sung tại {place}',
  },
  {
    ...cheapestFirst,
    kind: 'dossier.withdrawn-at-counter',
    plain: 'Ho so {code} da duoc rut tai {place}',
    accented: 'Hồ sơ {code} đã được rút tại {place}',
  },
  {
    ...byEverything,
    kind: 'dossier.rejected',
    plain: 'Ho so {code} khong duoc tiep nhan. Xem ly do tai {site}',
    accented: 'Hồ sơ {code} không được tiếp nhận. Lý do: {site}',
  },
  {
    ...cheapestFirst,
    kind: 'dossier.apologised',
    plain: 'Ho so {code} bi cham, xin loi ong/ba. Hen tra lai ngay {due}. Xem tai {site}',
    accented: 'Hồ sơ {code} bị chậm, hẹn trả lại ngày {due}',
  },
  {
    ...cheapestFirst,
    kind: 'dossier.rescheduled',
    plain: 'Ho so {code} duoc hen tra ngay {due} vi lich lam viec thay doi. Xem tai {site}',
    accented: 'Hồ sơ {code} hẹn trả lại ngày {due}',
  },
  {
    ...cheapestFirst,
    kind: 'supplement.rescheduled',
    plain: 'Ho so {code} duoc nop bo sung den het ngay {until}. Xem tai {site}',
    accented: 'Hồ sơ {code} nộp bổ sung đến hết {until}',
  },
  {
    ...byEverything,
    kind: 'dossier.paused',
    plain: 'Ho so {code} tam dung. Xem viec can lam tai {site}',
    accented: 'Hồ sơ {code} tạm dừng. Xem tại {site}',
  },
  {
    ...byEverything,
    kind: 'dossier.meeting-called',
    plain: 'Ho so {code} co lich hop hoac kiem tra tai cho. Xem ngay gio tai {site}',
    accented: 'Hồ sơ {code} có lịch họp, kiểm tra. Xem {site}',
  },
  {
    ...cheapestFirst,
    kind: 'dossier.lapsed',
    plain: 'Ho so {code} da ket thuc vi het han bo sung. Xem tai {site}',
    accented: 'Hồ sơ {code} đã kết thúc vì hết hạn bổ sung',
  },
  {
    ...byEverything,
    kind: 'dossier.result-revoked',
    plain: 'Ket qua cua ho so {code} da bi thu hoi. Xem ly do tai {site}',
    accented: 'Kết quả hồ sơ {code} đã bị thu hồi. Lý do: {site}',
  },
  {
    ...cheapestFirst,
    kind: 'postal.delivery-with-post',
    plain: 'Ket qua ho so {code} da giao buu dien mang den. Theo doi tai {site}',
    accented: 'Kết quả hồ sơ {code} đã giao bưu điện',
  },
  {
    ...cheapestFirst,
    kind: 'postal.delivery-done',
    channels: ['push', 'email'],
    plain: 'Buu dien da phat ket qua ho so {code}',
    accented: 'Bưu điện đã phát kết quả hồ sơ {code}',
  },
  {
    ...byEverything,
    kind: 'postal.delivery-returned',
    plain: 'Buu dien chuyen hoan ket qua ho so {code}, moi ong/ba den quay nhan. Xem tai {site}',
    accented: 'Kết quả hồ sơ {code} bị chuyển hoàn, mời đến quầy',
  },
  {
    ...cheapestFirst,
    kind: 'postal.pick-up-with-post',
    plain: 'Buu dien den nhan giay to cua ho so {code} ngay {until}. Xem tai {site}',
    accented: 'Bưu điện đến nhận giấy tờ {code} ngày {until}',
  },
  {
    ...cheapestFirst,
    kind: 'postal.pick-up-done',
    channels: ['push', 'email'],
    plain: 'Giay to cua ho so {code} da den quay',
    accented: 'Giấy tờ của hồ sơ {code} đã đến quầy',
  },
  {
    ...byEverything,
    kind: 'postal.pick-up-returned',
    plain: 'Buu dien chua nhan duoc giay to cua ho so {code}. Xem tai {site}',
    accented: 'Bưu điện chưa nhận được giấy tờ hồ sơ {code}',
  },
  {
    ...toStrangers,
    kind: 'petition.sent',
    plain: '{code} da ghi nhan, truoc {due} bao co nhan giai quyet khong. Xem tai {site}',
    accented: '{code} đã ghi nhận, trước {due} báo có nhận không',
  },
  {
    ...toStrangers,
    kind: 'petition.accepted',
    plain: '{code} da nhan giai quyet, tra loi truoc {due}. Xem tai {site}',
    accented: '{code} đã nhận giải quyết, trả lời trước {due}',
  },
  {
    ...toStrangers,
    kind: 'petition.refused',
    plain: '{code} khong duoc giai quyet. Xem ly do tai {site}, ma tra cuu {lookup}',
    accented: '{code} không được giải quyết. Mã tra cứu {lookup}',
  },
  {
    ...toStrangers,
    kind: 'petition.asked-more',
    plain: '{code} can ong/ba tra loi them. Xem tai {site}, ma tra cuu {lookup}',
    accented: '{code} cần trả lời thêm. Mã tra cứu {lookup}',
  },
  {
    ...toStrangers,
    kind: 'petition.extended',
    plain: '{code} duoc gia han tra loi den {due}. Xem tai {site}',
    accented: '{code} được gia hạn đến {due}',
  },
  {
    ...toStrangers,
    kind: 'petition.answered',
    plain: '{code} da co tra loi. Xem tai {site}, ma tra cuu {lookup}',
    accented: '{code} đã có trả lời. Mã tra cứu {lookup}',
  },
]

/** How applicants are told outside the platform. Texts and hours are samples; administrators change them on screen. */
export const messages = defineMessages({ quiet: { from: '21:00', until: '07:00' }, templates })
