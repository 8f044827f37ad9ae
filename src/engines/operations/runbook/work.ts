import { runbooks } from './runbook.ts'

export const workRunbooks = runbooks({
  'background-stopped': {
    title: { vi: 'Việc nền không chạy', en: 'Background work does not run' },
    told: { vi: 'Việc nền không chạy từ {since}', en: 'No background work was done since {since}' },
    sign: {
      vi: 'Người dân nộp được nhưng không ai nhận được tin báo.',
      en: 'People can file, but nobody gets a message.',
    },
    meaning: {
      vi: 'Hồ sơ vẫn nộp được, nhưng tin báo, thư, quét mã độc, niêm phong và đồng bộ đều đứng.',
      en: 'Dossiers are still taken, but messages, virus scans, sealing and synchronising stand still.',
    },
    steps: [
      {
        say: { vi: 'Xem tiến trình việc nền còn sống không.', en: 'See whether the workers live.' },
        run: 'systemctl status lien-thong-work',
      },
      {
        say: { vi: 'Đọc những dòng lỗi cuối của nó.', en: 'Read its last errors.' },
        run: 'journalctl -u lien-thong-work -n 100',
      },
      {
        say: {
          vi: 'Khởi động lại. Người đang dùng trang không bị gián đoạn.',
          en: 'Restart. Nobody who uses the site is interrupted.',
        },
        run: 'systemctl restart lien-thong-work',
      },
    ],
    over: {
      vi: 'Trang này ghi giờ kiểm tra mới trong vòng hai phút.',
      en: 'This page shows a check less than two minutes old.',
    },
  },
  'jobs-failed': {
    title: { vi: 'Có việc nền hỏng sau mọi lần thử', en: 'Background work failed after every try' },
    told: {
      vi: '{count} việc nền đã hỏng sau mọi lần thử',
      en: '{count} pieces of background work failed after every try',
    },
    sign: {
      vi: 'Một người nói không nhận được tin, hoặc một hồ sơ không sang bước sau.',
      en: 'Somebody got no message, or a dossier did not move on.',
    },
    meaning: {
      vi: 'Những việc ấy chưa được làm và sẽ không tự làm lại: một số người chưa được báo.',
      en: 'That work is not done and will not be tried again by itself: some people were not told.',
    },
    steps: [
      {
        say: {
          vi: 'Mở Quản trị → Việc nền, đọc cột “Vì sao”; chữa nguyên nhân trước.',
          en: 'Open Administration → Background work, read “Why”; mend the cause first.',
        },
      },
      {
        say: {
          vi: 'Bấm “Chạy lại” ở từng việc. Chạy lại không làm việc gì hai lần.',
          en: 'Press “Run again” for each. Nothing is done twice by it.',
        },
      },
      {
        say: {
          vi: 'Vẫn hỏng thì gửi cột “Vì sao” cho nhà phát triển.',
          en: 'If it fails again, send “Why” to the developers.',
        },
      },
    ],
    over: { vi: 'Danh sách việc hỏng trống.', en: 'The list of failed work is empty.' },
  },
  'jobs-late': {
    title: { vi: 'Việc nền bị dồn', en: 'Background work piles up' },
    told: {
      vi: '{count} việc nền đang chờ, lâu nhất từ {since}',
      en: '{count} pieces of background work wait, the oldest since {since}',
    },
    sign: { vi: 'Tin báo đến muộn.', en: 'Messages arrive late.' },
    meaning: {
      vi: 'Tin báo và cập nhật đến chậm; chưa mất gì.',
      en: 'Messages and updates come late; nothing is lost.',
    },
    steps: [
      { say: { vi: 'Xem máy có quá tải không.', en: 'See whether the machine is overloaded.' }, run: 'top -bn1' },
      {
        say: {
          vi: 'Chạy thêm một tiến trình việc nền ở máy còn rảnh.',
          en: 'Run one more worker on a machine with room.',
        },
        run: 'lien-thong work',
      },
      {
        say: {
          vi: 'Một đối tác không trả lời cũng làm dồn việc: xem bảng đối tác ở trang này.',
          en: 'A partner that does not answer makes work pile up, too: see the partners on this page.',
        },
      },
    ],
    over: { vi: 'Không việc nào chờ quá hai phút.', en: 'No work waits for more than two minutes.' },
  },
  'events-late': {
    title: { vi: 'Sự kiện chưa được chuyển đi', en: 'Events are not passed on' },
    told: {
      vi: '{count} sự kiện chưa chuyển, lâu nhất từ {since}',
      en: '{count} events are not passed on, the oldest since {since}',
    },
    sign: {
      vi: 'Hồ sơ đã nộp nhưng không có tin báo, hộp việc không đổi.',
      en: 'A dossier is filed, but nobody is told.',
    },
    meaning: {
      vi: 'Những việc đã ghi nhận chưa kéo theo việc tiếp theo: người liên quan chưa được báo. Không mất gì.',
      en: 'What was recorded has not caused what follows: people are not told yet. Nothing is lost.',
    },
    steps: [
      {
        say: {
          vi: 'Xem tiến trình việc nền có chạy không; nếu không, khởi động lại.',
          en: 'See whether the workers run; if not, restart them.',
        },
        run: 'systemctl status lien-thong-work',
      },
      {
        say: {
          vi: 'Tìm dòng “the relay waits for the database” trong nhật ký máy.',
          en: 'Look for “the relay waits for the database” in the log.',
        },
        run: 'journalctl -u lien-thong-work -g relay -n 20',
      },
    ],
    over: { vi: 'Số sự kiện chưa chuyển về gần 0.', en: 'Almost no event waits.' },
  },
})
