import { restartAll, runbooks } from './runbook.ts'

export const partnerRunbooks = runbooks({
  'scanner-unset': {
    title: { vi: 'Chưa có máy quét mã độc', en: 'No virus scanner is set' },
    told: {
      vi: 'Chưa khai máy quét mã độc (CLAMD_URL): tệp được nhận không quét',
      en: 'No scanner is set (CLAMD_URL): files are taken without a scan',
    },
    sign: { vi: 'Không có dấu hiệu.', en: 'None.' },
    meaning: {
      vi: 'Tệp có mã độc của người nộp tới được máy của cán bộ.',
      en: 'A harmful file reaches the machines of officials.',
    },
    steps: [
      { say: { vi: 'Cài ClamAV.', en: 'Install ClamAV.' }, run: 'apt-get install clamav-daemon' },
      {
        say: {
          vi: "Thêm dòng CLAMD_URL='unix:/run/clamav/clamd.ctl' vào /etc/lien-thong/more.env rồi khởi động lại.",
          en: "Add CLAMD_URL='unix:/run/clamav/clamd.ctl' to /etc/lien-thong/more.env and restart.",
        },
        run: restartAll,
      },
    ],
    over: { vi: 'Mục này biến mất trong hai phút.', en: 'This is gone within two minutes.' },
  },
  'scanner-away': {
    title: { vi: 'Máy quét mã độc không trả lời', en: 'The virus scanner does not answer' },
    told: {
      vi: 'Máy quét mã độc không trả lời; {count} tệp đang chờ',
      en: 'The virus scanner does not answer; {count} files wait',
    },
    sign: { vi: 'Tệp vừa tải lên đứng ở “đang kiểm tra”.', en: 'New files stay at “being checked”.' },
    meaning: {
      vi: 'Người dân tải tệp lên được nhưng chưa nộp được hồ sơ có tệp ấy.',
      en: 'People can upload, but not file with those files yet.',
    },
    steps: [
      {
        say: {
          vi: 'Khởi động lại máy quét; lần đầu nó nạp mẫu mất khoảng một phút.',
          en: 'Restart the scanner; it loads its signatures for about a minute.',
        },
        run: 'systemctl restart clamav-daemon',
      },
      {
        say: {
          vi: 'Không lên thì thường do thiếu bộ nhớ (cần khoảng 1,5 GB).',
          en: 'If it does not start, memory is short (it needs about 1.5 GB).',
        },
        run: 'free -h',
      },
    ],
    over: { vi: 'Số tệp chờ quét về 0.', en: 'No file waits for the scan.' },
  },
  'national-link-down': {
    title: { vi: 'Cổng quốc gia không trả lời hoặc chậm', en: 'The national portal is away or slow' },
    told: {
      vi: 'Cổng quốc gia không trả lời tốt từ {since}; {count} bản tin chờ',
      en: 'The national portal does not answer well since {since}; {count} records wait',
    },
    sign: {
      vi: 'Trạng thái hồ sơ trên Cổng quốc gia cũ hơn ở đây.',
      en: 'The national portal shows older states than we do.',
    },
    meaning: {
      vi: 'Người dân xem ở Cổng quốc gia thấy trạng thái cũ. Ở đây vẫn đúng, bản tin tự gửi bù.',
      en: 'Whoever looks there sees old states. Here they are right, and records are sent later by themselves.',
    },
    steps: [
      {
        say: {
          vi: 'Mở Quản trị → Cổng quốc gia, đọc lỗi cuối.',
          en: 'Open Administration → National portal, read the last error.',
        },
      },
      {
        say: {
          vi: 'Lỗi quyền hay chứng thư: kiểm tra tài khoản kết nối. Lỗi mạng: gọi đầu mối trục kết nối của tỉnh.',
          en: 'Rights or certificate: check our account. Network: call the keeper of the province’s connection.',
        },
      },
      {
        say: {
          vi: 'Quá 24 giờ thì báo bằng văn bản cho đơn vị quản lý Cổng quốc gia.',
          en: 'After 24 hours write to who runs the national portal.',
        },
      },
    ],
    over: { vi: 'Số bản tin chờ giảm về gần 0.', en: 'Almost no record waits.' },
  },
  'national-link-differs': {
    title: { vi: 'Cổng quốc gia giữ khác ở đây', en: 'The national portal holds something else' },
    told: {
      vi: '{count} hồ sơ Cổng quốc gia từ chối hoặc giữ khác',
      en: '{count} dossiers were refused there, or are held otherwise',
    },
    sign: { vi: 'Số liệu hai bên lệch nhau.', en: 'The figures differ.' },
    meaning: {
      vi: 'Số liệu của tỉnh trên Cổng quốc gia chưa đúng; một số hồ sơ từ đó có thể chưa vào đây.',
      en: 'The figures there are wrong; some dossiers filed there may not be here.',
    },
    steps: [
      {
        say: {
          vi: 'Mở Quản trị → Cổng quốc gia, xử lý từng dòng: gửi lại hoặc sửa.',
          en: 'Open Administration → National portal and settle each line: send again or mend.',
        },
      },
    ],
    over: { vi: 'Danh sách cần xem trống.', en: 'The list is empty.' },
  },
  'payments-late': {
    title: { vi: 'Nền tảng thanh toán không trả lời', en: 'The payment platform does not answer' },
    told: {
      vi: '{count} lần thanh toán chờ kết quả, lâu nhất từ {since}',
      en: '{count} payments wait for an answer, the oldest since {since}',
    },
    sign: {
      vi: 'Người dân nói đã trừ tiền mà hồ sơ chưa ghi đã nộp phí.',
      en: 'Somebody paid, and the dossier does not say so.',
    },
    meaning: {
      vi: 'Chưa biết tiền đã tới hay chưa. Hệ thống tự hỏi lại; không ai bị thu hai lần.',
      en: 'It is not known yet whether money came. We ask again; nobody pays twice.',
    },
    steps: [
      {
        say: { vi: 'Tìm lý do trong nhật ký máy.', en: 'Find why in the log.' },
        run: 'journalctl -u "lien-thong-*" -g "payment platform" -n 20',
      },
      {
        say: {
          vi: 'Gọi nền tảng thanh toán; dặn một cửa thu tại quầy nếu gấp, đừng thu lại người đã trả trực tuyến.',
          en: 'Call the payment platform; let counters take money where it is urgent, not from who paid online.',
        },
      },
      {
        say: {
          vi: 'Cuối ngày kế toán mở màn hình đối soát, xử lý khoản lệch.',
          en: 'At the end of the day the accountant reconciles what differs.',
        },
      },
    ],
    over: { vi: 'Không lần thanh toán nào chờ quá 15 phút.', en: 'No payment waits for more than 15 minutes.' },
  },
})
