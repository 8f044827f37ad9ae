import type { ProblemKind } from '#values/errors.ts'

export const queueProblems = {
  noCentre: {
    status: 404,
    message: { vi: 'Nơi ông/bà làm việc chưa dùng hàng đợi lấy số.', en: 'Where you work there is no queue.' },
  },
  notAtDesk: {
    status: 409,
    message: { vi: 'Chưa ngồi quầy nào. Chọn quầy trước.', en: 'You are at no desk. Choose one first.' },
  },
  deskTaken: {
    status: 409,
    message: { vi: 'Quầy này đang có người khác ngồi.', en: 'Somebody else is at this desk.' },
  },
  nobodyWaits: {
    status: 409,
    message: { vi: 'Không còn ai chờ việc của quầy này.', en: 'Nobody waits for what this desk serves.' },
  },
  stillServing: {
    status: 409,
    message: {
      vi: 'Quầy còn một số đang phục vụ. Kết thúc hoặc chuyển số đó trước.',
      en: 'A number is still being served here. Finish or pass it on first.',
    },
  },
  ticketMoved: {
    status: 409,
    message: {
      vi: 'Số này vừa được làm việc khác. Màn hình đã tải lại.',
      en: 'Something else has just been done with this number.',
    },
  },
  notOffered: {
    status: 409,
    message: { vi: 'Việc này hôm nay không nhận ở đây.', en: 'This is not offered here today.' },
  },
  alreadyRated: {
    status: 409,
    message: { vi: 'Lượt này đã chấm rồi. Cảm ơn ông/bà.', en: 'This visit was rated already. Thank you.' },
  },
  slotNotOpen: {
    status: 422,
    message: {
      vi: 'Giờ này không đặt hẹn được. Xin chọn giờ khác.',
      en: 'This time cannot be booked. Choose another.',
    },
  },
  slotFull: {
    status: 409,
    message: { vi: 'Giờ này vừa hết chỗ. Xin chọn giờ khác.', en: 'This time has just been taken. Choose another.' },
  },
  alreadyBooked: {
    status: 409,
    message: {
      vi: 'Ông/bà đã có một lịch hẹn cho việc này. Đổi giờ hoặc hủy ở Lịch hẹn của tôi.',
      en: 'You have an appointment for this already. Move or cancel it under My appointments.',
    },
  },
  noAppointment: {
    status: 404,
    message: {
      vi: 'Không có lịch hẹn hôm nay ở đây với mã này. Xin lấy số như thường.',
      en: 'There is no appointment here today with this code. Please take a number.',
    },
  },
  noTablet: {
    status: 409,
    message: { vi: 'Quầy này chưa có máy tính bảng.', en: 'There is no tablet at this desk.' },
  },
  letterTaken: {
    status: 409,
    message: { vi: 'Chữ này đã dùng cho việc khác.', en: 'Another service has this letter.' },
  },
  deskNumberTaken: {
    status: 409,
    message: { vi: 'Đã có quầy mang số này.', en: 'There is a desk with this number.' },
  },
} as const satisfies Record<string, ProblemKind>
