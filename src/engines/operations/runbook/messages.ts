import { restartAll, runbooks } from './runbook.ts'

export const messageRunbooks = runbooks({
  'mail-unset': {
    title: { vi: 'Chưa khai máy chủ gửi thư', en: 'No mail relay is set' },
    told: {
      vi: 'Chưa khai máy chủ gửi thư (SMTP_URL); {count} thư nằm chờ',
      en: 'No mail relay is set (SMTP_URL); {count} e-mails wait',
    },
    sign: { vi: 'Không ai nhận được thư.', en: 'Nobody gets e-mail.' },
    meaning: {
      vi: 'Người dân không nhận thư báo, cán bộ không nhận thư đặt lại mật khẩu. Tin trong hệ thống vẫn có.',
      en: 'Citizens get no e-mail, officials no mail to set a password anew. Messages inside remain.',
    },
    steps: [
      {
        say: {
          vi: 'Đặt SMTP_URL và MAIL_FROM trong /etc/lien-thong/more.env rồi kiểm tra.',
          en: 'Set SMTP_URL and MAIL_FROM in /etc/lien-thong/more.env and check it.',
        },
        run: 'lien-thong config check',
      },
      {
        say: { vi: 'Khởi động lại dịch vụ; thư đang chờ sẽ tự đi.', en: 'Restart; what waits leaves by itself.' },
        run: restartAll,
      },
    ],
    over: { vi: 'Số thư chờ giảm dần về 0.', en: 'The number of waiting e-mails falls to 0.' },
  },
  'mail-late': {
    title: { vi: 'Thư điện tử không gửi đi được', en: 'E-mails do not leave' },
    told: { vi: '{count} thư chờ gửi, lâu nhất từ {since}', en: '{count} e-mails wait, the oldest since {since}' },
    sign: { vi: 'Người dân nói không nhận được thư.', en: 'Citizens say that no e-mail came.' },
    meaning: {
      vi: 'Thư báo đến muộn. Không mất: thư được gửi khi máy chủ thư trả lời lại.',
      en: 'E-mails come late. None is lost: they leave when the relay answers.',
    },
    steps: [
      {
        say: { vi: 'Tìm lý do máy chủ thư từ chối.', en: 'Find why the relay refuses.' },
        run: 'journalctl -u lien-thong-work -g "messages wait" -n 20',
      },
      { say: { vi: 'Thử nối tới máy chủ thư.', en: 'Try to reach the relay.' }, run: 'nc -vz HOST 587' },
      {
        say: {
          vi: 'Nối được mà vẫn bị từ chối: mật khẩu hết hạn hoặc vượt hạn mức, gọi bên vận hành máy chủ thư.',
          en: 'Reached but refused: a password ran out or a quota is full; call who runs the relay.',
        },
      },
    ],
    over: { vi: 'Không thư nào chờ quá hai phút.', en: 'No e-mail waits for more than two minutes.' },
  },
  'mail-failed': {
    title: { vi: 'Có thư gửi hỏng', en: 'E-mails failed' },
    told: {
      vi: '{count} thư gửi hỏng hoặc không rõ đã đi chưa',
      en: '{count} e-mails failed, or it is not sure that they left',
    },
    sign: { vi: 'Một vài người không nhận được thư.', en: 'A few people got no e-mail.' },
    meaning: {
      vi: 'Những người ấy chưa được báo bằng thư; địa chỉ có thể sai.',
      en: 'They were not told by e-mail; the address may be wrong.',
    },
    steps: [
      {
        say: {
          vi: 'Mở Quản trị → Tin báo, xem từng thư và lý do; sửa địa chỉ hoặc gửi lại.',
          en: 'Open Administration → Messages, see each and why; mend the address or send again.',
        },
      },
      {
        say: {
          vi: 'Cùng một lý do ở nhiều thư: lỗi ở máy chủ thư, không phải ở địa chỉ.',
          en: 'One reason at many: it is the relay, not the address.',
        },
      },
    ],
    over: { vi: 'Không còn thư nào ở mục cần xem.', en: 'No e-mail is left to look at.' },
  },
  'sms-late': {
    title: { vi: 'Tin nhắn SMS không gửi đi được', en: 'Short messages do not leave' },
    told: {
      vi: '{count} tin SMS chờ gửi, lâu nhất từ {since}',
      en: '{count} short messages wait, the oldest since {since}',
    },
    sign: { vi: 'Người dân không nhận được mã xác nhận hay tin báo.', en: 'Citizens get neither codes nor messages.' },
    meaning: {
      vi: 'Ai cần mã qua SMS thì chưa đăng nhập hay xác nhận được.',
      en: 'Whoever needs a code by SMS cannot sign in or confirm.',
    },
    steps: [
      {
        say: { vi: 'Tìm lý do tổng đài SMS từ chối.', en: 'Find why the SMS centre refuses.' },
        run: 'journalctl -u lien-thong-work -g sms -n 20',
      },
      {
        say: {
          vi: 'Gọi nhà mạng: hết tiền, hết hạn tên thương hiệu, hay địa chỉ máy ta bị chặn.',
          en: 'Call the operator: no credit, an expired brand name, or our address is blocked.',
        },
      },
      {
        say: {
          vi: 'Trong lúc chờ, tin có đường dự phòng đã tự chuyển sang thư hoặc tin trong hệ thống.',
          en: 'Meanwhile messages with another way have gone by it.',
        },
      },
    ],
    over: { vi: 'Không tin nào chờ quá hai phút.', en: 'No message waits for more than two minutes.' },
  },
  'sms-failed': {
    title: { vi: 'Có tin SMS không tới', en: 'Short messages did not arrive' },
    told: {
      vi: '{count} tin SMS hỏng, không tới, hoặc không rõ',
      en: '{count} short messages failed, did not arrive, or are unsure',
    },
    sign: { vi: 'Một vài người không nhận được tin.', en: 'A few people got no message.' },
    meaning: { vi: 'Những người ấy chưa được báo qua điện thoại.', en: 'They were not told by telephone.' },
    steps: [
      {
        say: {
          vi: 'Mở Quản trị → Tin báo, xem từng tin; gọi điện nếu việc gấp.',
          en: 'Open Administration → Messages, see each; call where it is urgent.',
        },
      },
    ],
    over: { vi: 'Không còn tin nào ở mục cần xem.', en: 'No message is left to look at.' },
  },
})
