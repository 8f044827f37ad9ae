import { restart, runbooks } from './runbook.ts'

export const machineRunbooks = runbooks({
  'disk-full': {
    title: { vi: 'Đĩa gần đầy', en: 'The disk is almost full' },
    told: {
      vi: 'Đĩa dữ liệu của {machine} còn trống {free} trên {total} ({share} % đã dùng)',
      en: 'The data disk of {machine} has {free} of {total} free ({share} % used)',
    },
    sign: { vi: 'Tải tệp lên báo hết chỗ.', en: 'Uploads say that there is no room.' },
    meaning: {
      vi: 'Đĩa đầy thì không ai nộp tệp được, rồi cơ sở dữ liệu dừng. Những gì đã báo nhận không mất.',
      en: 'On a full disk nobody can upload, then the database stops. What was acknowledged is kept.',
    },
    steps: [
      { say: { vi: 'Xem thứ gì chiếm chỗ.', en: 'See what takes the room.' }, run: 'du -xhd2 /var --threshold=1G' },
      {
        say: { vi: 'Bỏ bớt nhật ký máy cũ.', en: 'Drop old logs of the machine.' },
        run: 'journalctl --vacuum-size=1G',
      },
      {
        say: {
          vi: 'Bản sao lưu cũ để sang máy khác. Không xóa gì trong thư mục dữ liệu và pg_wal.',
          en: 'Move old backups to another machine. Delete nothing in the data directory or pg_wal.',
        },
      },
      {
        say: { vi: 'Nới đĩa ảo rồi nới hệ thống tệp.', en: 'Enlarge the virtual disk, then its file system.' },
        run: 'resize2fs DEVICE',
      },
    ],
    over: { vi: 'Đĩa dùng dưới 80 %.', en: 'Less than 80 % is used.' },
  },
  'disk-filling': {
    title: { vi: 'Đĩa sẽ đầy trong ít ngày', en: 'The disk will be full in some days' },
    told: {
      vi: 'Với tốc độ hiện nay, đĩa dữ liệu của {machine} đầy sau {days} ngày',
      en: 'At this rate the data disk of {machine} is full in {days} days',
    },
    sign: { vi: 'Không có dấu hiệu.', en: 'None.' },
    meaning: {
      vi: 'Chưa ảnh hưởng. Không làm gì thì tới ngày ấy không ai nộp được tệp.',
      en: 'No harm yet. Left alone, on that day nobody can upload.',
    },
    steps: [
      { say: { vi: 'Xem thứ gì lớn nhanh.', en: 'See what grows.' }, run: 'du -xhd2 /var --threshold=1G' },
      {
        say: {
          vi: 'Xin thêm dung lượng ngay; thủ tục mua thường lâu hơn số ngày còn lại.',
          en: 'Ask for more room now; buying takes longer than what is left.',
        },
      },
    ],
    over: { vi: 'Dự báo trên 30 ngày.', en: 'More than 30 days are left.' },
  },
  'clock-off': {
    title: { vi: 'Đồng hồ máy chạy sai', en: 'The clock is wrong' },
    told: {
      vi: 'Đồng hồ của {machine} lệch {seconds} giây so với {source}',
      en: 'The clock of {machine} differs by {seconds} seconds from {source}',
    },
    sign: { vi: 'Mã xác nhận bị từ chối, giờ trên phiếu sai.', en: 'Codes are refused, slips show a wrong time.' },
    meaning: {
      vi: 'Giờ nộp, giờ hẹn và chữ ký có thể sai; mã xác thực hai lớp bị từ chối.',
      en: 'Times of filing and signatures may be wrong; codes of the second factor are refused.',
    },
    steps: [
      {
        say: { vi: 'Xem máy có nối được nguồn giờ không.', en: 'See whether the time source is reached.' },
        run: 'chronyc tracking',
      },
      {
        say: { vi: 'Chỉnh ngay, rồi khởi động lại chrony.', en: 'Set it at once and restart chrony.' },
        run: 'chronyc makestep',
      },
    ],
    over: { vi: 'Lệch dưới nửa giây.', en: 'Less than half a second off.' },
  },
  'clock-unknown': {
    title: { vi: 'Không biết đồng hồ máy có đúng không', en: 'It is not known whether the clock is right' },
    told: { vi: 'Máy {machine} không đồng bộ giờ với nguồn nào', en: 'Machine {machine} follows no time source' },
    sign: { vi: 'Không có dấu hiệu.', en: 'None.' },
    meaning: {
      vi: 'Đồng hồ trôi dần; sau vài tuần giờ trên phiếu và mã xác thực sẽ sai.',
      en: 'The clock drifts; in weeks times and codes are wrong.',
    },
    steps: [
      {
        say: { vi: 'Cài chrony và cho nó chạy.', en: 'Install chrony and let it run.' },
        run: 'apt-get install chrony',
      },
      { say: { vi: 'Xem nó đã theo nguồn nào.', en: 'See what it follows.' }, run: 'chronyc sources' },
    ],
    over: { vi: 'Mục này biến mất trong hai phút.', en: 'This is gone within two minutes.' },
  },
  'certificate-ends': {
    title: { vi: 'Chứng thư của trang sắp hết hạn', en: 'The certificate of the site ends soon' },
    told: {
      vi: 'Chứng thư TLS của {host} hết hạn lúc {until} ({days} ngày nữa)',
      en: 'The TLS certificate of {host} ends {until} (in {days} days)',
    },
    sign: {
      vi: 'Hết hạn thì trình duyệt cảnh báo “kết nối không an toàn”.',
      en: 'When it has ended, browsers warn of an unsafe connection.',
    },
    meaning: {
      vi: 'Hết hạn thì người dân không vào được trang.',
      en: 'When it has ended, citizens cannot open the site.',
    },
    steps: [
      {
        say: { vi: 'Xem ngày hết hạn thật sự đang trả ra.', en: 'See what is really served.' },
        run: 'openssl s_client -connect HOST:443 -servername HOST',
      },
      {
        say: {
          vi: 'Xin gia hạn; đặt tệp mới vào chỗ cũ rồi nạp lại bộ cân tải.',
          en: 'Renew it; put the new file in place and reload the balancer.',
        },
        run: 'systemctl reload haproxy',
      },
    ],
    over: { vi: 'Trang này ghi ngày hết hạn mới.', en: 'This page shows the new date.' },
  },
  'certificate-wrong': {
    title: { vi: 'Trình duyệt không tin chứng thư của trang', en: 'Browsers do not trust the certificate' },
    told: {
      vi: 'Chứng thư TLS của {host} không được tin: {reason}',
      en: 'The TLS certificate of {host} is not trusted: {reason}',
    },
    sign: { vi: 'Trình duyệt cảnh báo trước khi vào trang.', en: 'Browsers warn before the site opens.' },
    meaning: {
      vi: 'Phần lớn người dân không vào được, và không nên vào.',
      en: 'Most citizens cannot enter, and should not.',
    },
    steps: [
      {
        say: {
          vi: 'Xem chuỗi chứng thư: thường thiếu chứng thư trung gian hoặc sai tên.',
          en: 'See the chain: often the one in between is missing, or the name is wrong.',
        },
        run: 'openssl s_client -connect HOST:443 -servername HOST -showcerts',
      },
      {
        say: {
          vi: 'Đặt đủ chuỗi vào tệp rồi nạp lại bộ cân tải.',
          en: 'Put the whole chain into the file and reload the balancer.',
        },
        run: 'systemctl reload haproxy',
      },
    ],
    over: { vi: 'Trình duyệt vào trang không cảnh báo.', en: 'A browser opens the site without a warning.' },
  },
  'certificate-unseen': {
    title: { vi: 'Không xem được chứng thư của trang', en: 'The certificate could not be looked at' },
    told: { vi: 'Không bắt tay TLS được với {host}: {reason}', en: 'No TLS handshake with {host}: {reason}' },
    sign: { vi: 'Có thể trang không mở được từ ngoài.', en: 'The site may be away from outside.' },
    meaning: {
      vi: 'Nếu từ ngoài cũng không vào được thì người dân không nộp được. Nếu chỉ máy chủ không tự gọi được địa chỉ ngoài thì không sao.',
      en: 'If it is away from outside, nobody can file. If only the server cannot call its own public address, no harm.',
    },
    steps: [
      { say: { vi: 'Mở trang bằng điện thoại dùng 4G.', en: 'Open the site on a phone by mobile network.' } },
      {
        say: {
          vi: 'Máy chủ không gọi được địa chỉ ngoài: đặt TLS_CERTIFICATE_FILE là tệp chứng thư, trong /etc/lien-thong/more.env.',
          en: 'Where the server cannot call it, set TLS_CERTIFICATE_FILE to the certificate, in /etc/lien-thong/more.env.',
        },
        run: 'lien-thong config check',
      },
    ],
    over: { vi: 'Trang này ghi ngày hết hạn của chứng thư.', en: 'This page shows the date of the certificate.' },
  },
  'memory-high': {
    title: { vi: 'Tiến trình sắp hết bộ nhớ', en: 'A process is almost out of memory' },
    told: {
      vi: 'Tiến trình ở {machine} dùng {used} trên {most} bộ nhớ',
      en: 'The process on {machine} uses {used} of {most} of memory',
    },
    sign: { vi: 'Trang chậm; dịch vụ tự khởi động lại.', en: 'Pages are slow; the service restarts itself.' },
    meaning: {
      vi: 'Hết bộ nhớ thì tiến trình bị dừng và khởi động lại; người đang dùng bị gián đoạn vài giây.',
      en: 'Out of memory it ends and starts again; people are interrupted for seconds.',
    },
    steps: [
      {
        say: {
          vi: 'Khởi động lại lần lượt từng tiến trình; ghi lại giờ để báo nhà phát triển.',
          en: 'Restart the processes one by one; note the time for the developers.',
        },
        run: restart,
      },
      { say: { vi: 'Máy còn bộ nhớ thì tăng HEAP_MB.', en: 'With memory left, raise HEAP_MB.' }, run: 'free -h' },
    ],
    over: { vi: 'Dưới 85 % trong mười phút.', en: 'Below 85 % for ten minutes.' },
  },
  'process-late': {
    title: { vi: 'Tiến trình quá tải', en: 'A process is overloaded' },
    told: {
      vi: 'Tiến trình ở {machine} trả lời chậm {milliseconds} mili giây',
      en: 'The process on {machine} is late by {milliseconds} ms',
    },
    sign: { vi: 'Mọi trang đều chậm.', en: 'All pages are slow.' },
    meaning: {
      vi: 'Người dùng phải chờ lâu hơn; một số bị mời thử lại sau.',
      en: 'People wait longer; some are asked to come again.',
    },
    steps: [
      {
        say: { vi: 'Xem bộ xử lý có bận vì việc khác không.', en: 'See whether something else keeps the processor.' },
        run: 'top -bn1',
      },
      {
        say: {
          vi: 'Chạy thêm một tiến trình phục vụ ở máy khác.',
          en: 'Serve by one more process on another machine.',
        },
      },
      {
        say: {
          vi: 'Tắt báo cáo, kết xuất lớn trong giờ cao điểm.',
          en: 'Leave large reports and exports to quiet hours.',
        },
      },
    ],
    over: { vi: 'Dưới 200 mili giây trong mười phút.', en: 'Below 200 ms for ten minutes.' },
  },
})
