import { psql, runbooks } from './runbook.ts'

export const upkeepRunbooks = runbooks({
  'backup-unknown': {
    title: { vi: 'Không biết bản sao lưu nào', en: 'No backup is known' },
    told: { vi: 'Chưa thấy bản sao lưu nào của hệ thống này', en: 'No backup of this installation is known' },
    sign: { vi: 'Không có dấu hiệu cho tới khi cần khôi phục.', en: 'None, until something must be restored.' },
    meaning: { vi: 'Hỏng máy lúc này là mất toàn bộ hồ sơ.', en: 'If the machine fails now, every dossier is lost.' },
    steps: [
      {
        say: {
          vi: 'Sao lưu một lần ngay hôm nay, cất ở máy khác, cùng với khóa và cấu hình.',
          en: 'Back up once today, to another machine, with keys and configuration.',
        },
        run: 'lien-thong backup --status',
      },
      {
        say: {
          vi: 'Cho sao lưu chạy luôn như một dịch vụ (thêm --follow): mỗi đêm một bản, nhật ký cơ sở dữ liệu mười giây một lần.',
          en: 'Let it run on as a service (with --follow): a base every night, the log of the database every ten seconds.',
        },
      },
    ],
    over: { vi: 'Trang này ghi giờ sao lưu cuối.', en: 'This page shows when the last backup ended.' },
  },
  'backup-old': {
    title: { vi: 'Bản sao lưu đã cũ', en: 'The backup is old' },
    told: { vi: 'Bản sao lưu cuối xong từ {since}', en: 'The last backup ended {since}' },
    sign: { vi: 'Không có dấu hiệu.', en: 'None.' },
    meaning: {
      vi: 'Khôi phục sẽ lâu hơn; nếu WAL cũng thiếu thì mất việc làm từ lúc ấy.',
      en: 'Restoring takes longer; where WAL is missing too, work since then is lost.',
    },
    steps: [
      {
        say: { vi: 'Xem lần sao lưu đêm qua dừng vì sao.', en: 'See why the last run failed.' },
        run: 'lien-thong backup --status',
      },
      { say: { vi: 'Chỗ cất còn trống không?', en: 'Is there room where it is kept?' }, run: 'df -h' },
      { say: { vi: 'Chạy sao lưu bằng tay rồi xem lại trang này.', en: 'Back up by hand and look here again.' } },
    ],
    over: { vi: 'Giờ sao lưu cuối là hôm nay.', en: 'The last backup is of today.' },
  },
  'archive-late': {
    title: { vi: 'WAL không được lưu sang nơi khác', en: 'WAL is not archived' },
    told: { vi: 'WAL được lưu lần cuối lúc {since}', en: 'WAL was last archived {since}' },
    sign: { vi: 'Thư mục pg_wal lớn dần.', en: 'The folder pg_wal grows.' },
    meaning: {
      vi: 'Hỏng máy thì mất những gì làm từ lúc ấy; đĩa cũng đầy dần.',
      en: 'If the machine fails, work since then is lost; the disk fills, too.',
    },
    steps: [
      {
        say: { vi: 'Xem lệnh lưu báo lỗi gì.', en: 'See what the archiver says.' },
        run: `${psql} -c "select failed_count, last_failed_wal, last_failed_time from pg_stat_archiver"`,
      },
      {
        say: {
          vi: 'Nối tới nơi cất và xem còn chỗ không.',
          en: 'Reach the place it goes to and see whether it has room.',
        },
        run: 'df -h',
      },
    ],
    over: { vi: 'Giờ lưu cuối cách không quá một phút.', en: 'The last is less than a minute ago.' },
  },
  'parts-due': {
    title: { vi: 'Tháng, năm cũ chưa được lưu trữ', en: 'Old months and years are not archived' },
    told: {
      vi: '{count} tháng, năm dữ liệu cũ đã quá hạn giữ mà chưa lưu trữ, cũ nhất: {first}',
      en: '{count} old months or years are kept longer than they should be, the oldest: {first}',
    },
    sign: { vi: 'Không có dấu hiệu; cơ sở dữ liệu và bản sao lưu lớn dần.', en: 'None; database and backups grow.' },
    meaning: {
      vi: 'Dữ liệu cá nhân nằm lại lâu hơn quy định; sao lưu và khôi phục chậm dần.',
      en: 'Personal data stays longer than it may; backing up and restoring take longer.',
    },
    steps: [
      {
        say: {
          vi: 'Lưu trữ vào một thư mục ngoài máy này mà tài khoản lien-thong ghi được: từng phần được ghi mã hóa, đọc lại, đối chiếu rồi mới bỏ.',
          en: 'Archive into a folder off this machine that the account lien-thong may write into: each part is written encrypted, read back and compared before it goes.',
        },
        run: 'lien-thong parts archive --to /mnt/archive/lien-thong --key /var/lib/lien-thong/backup.key',
      },
      {
        say: {
          vi: 'Chép thư mục ấy sang nơi thứ hai: từ nay nó là bản duy nhất của các dòng đã bỏ.',
          en: 'Copy that folder to a second place: it is the only copy of what was dropped.',
        },
      },
      {
        say: {
          vi: 'Phần còn phải giữ (thanh tra, khiếu nại): nói vì sao, nó không bị bỏ và mục này thôi nhắc.',
          en: 'A part that must stay (inspection, complaint): say why; it stays, and this is not said any more.',
        },
        run: 'lien-thong parts hold part:audit.entry_2024_01 --because "lý do" --by "họ tên"',
      },
    ],
    over: { vi: 'Mục này biến mất trong sáu giờ.', en: 'This is gone within six hours.' },
  },
  'site-away': {
    title: { vi: 'Không ai vào được trang', en: 'Nobody can open the site' },
    sign: { vi: 'Trình duyệt báo không kết nối được.', en: 'Browsers say that they cannot connect.' },
    meaning: {
      vi: 'Không ai nộp hay giải quyết được hồ sơ qua mạng; quầy dùng phiếu nhận ngoại tuyến.',
      en: 'Nobody can work online; counters take in offline.',
    },
    steps: [
      {
        say: {
          vi: 'Ở máy chủ, dịch vụ có trả lời không? Trả lời thì lỗi ở bộ cân tải, tên miền hoặc đường mạng.',
          en: 'Does it answer on the server? Then it is the balancer, the name or the line.',
        },
        run: 'curl -i http://127.0.0.1:8080/livez',
      },
      {
        say: { vi: 'Không trả lời: xem dịch vụ.', en: 'If not, see the service.' },
        run: 'systemctl status lien-thong-serve@1 lien-thong-serve@2',
      },
      { say: { vi: 'Xem bộ cân tải.', en: 'See the balancer.' }, run: 'systemctl status haproxy' },
      {
        say: {
          vi: 'Báo các quầy chuyển sang nhận ngoại tuyến; dán thông báo ở Trung tâm.',
          en: 'Tell counters to take in offline; put up a notice.',
        },
      },
    ],
    over: { vi: 'Trang mở được bằng điện thoại dùng 4G.', en: 'A phone on the mobile network opens it.' },
  },
  'start-refused': {
    title: { vi: 'Dịch vụ không chịu khởi động', en: 'The service refuses to start' },
    sign: {
      vi: 'Dịch vụ dừng ngay, nhật ký máy có một dòng nói vì sao.',
      en: 'It ends at once; one line of the log says why.',
    },
    meaning: { vi: 'Hệ thống chưa chạy; dữ liệu còn nguyên.', en: 'The platform does not run; data is whole.' },
    steps: [
      {
        say: {
          vi: 'Đọc dòng ấy: nó nêu tên biến, tệp hay bước nâng cấp còn thiếu.',
          en: 'Read that line: it names the variable, file or migration.',
        },
        run: 'journalctl -u "lien-thong-*" -n 20',
      },
      {
        say: { vi: 'Kiểm tra toàn bộ cấu hình một lượt.', en: 'Check the whole configuration.' },
        run: 'lien-thong config check',
      },
      {
        say: { vi: 'Thiếu bước nâng cấp thì chạy nó.', en: 'Where migrations are missing, run them.' },
        run: 'lien-thong migrate',
      },
    ],
    over: { vi: '/readyz trả 200.', en: '/readyz answers 200.' },
  },
  'upgrade-stopped': {
    title: { vi: 'Nâng cấp dừng giữa chừng', en: 'An upgrade stopped half-way' },
    sign: { vi: '`lien-thong migrate` báo lỗi hoặc bị ngắt.', en: '`lien-thong migrate` failed or was cut off.' },
    meaning: {
      vi: 'Phiên bản cũ vẫn chạy được. Không mất gì: mỗi bước hoặc xong hẳn, hoặc không đổi gì.',
      en: 'The old version goes on. Nothing is lost: each step is done whole or not at all.',
    },
    steps: [
      {
        say: { vi: 'Chạy lại: nó làm tiếp từ chỗ dừng.', en: 'Run it again: it goes on from where it stopped.' },
        run: 'lien-thong migrate',
      },
      {
        say: {
          vi: 'Báo “lock timeout” sau mọi lần thử: có người giữ bảng; chờ vắng, hoặc xem mục “giao dịch mở quá lâu”.',
          en: '“lock timeout” after every try: somebody holds the table; wait for a quiet hour or see “a transaction stays open”.',
        },
      },
      {
        say: {
          vi: 'Chưa khởi động lại dịch vụ bằng phiên bản mới khi bước này chưa xong.',
          en: 'Do not restart with the new version before this is done.',
        },
      },
    ],
    over: { vi: '`lien-thong migrate` nói “0 migrations”.', en: '`lien-thong migrate` says “0 migrations”.' },
  },
  'administrator-locked-out': {
    title: { vi: 'Quản trị viên không đăng nhập được', en: 'An administrator cannot sign in' },
    sign: {
      vi: 'Quên mật khẩu, mất điện thoại, hoặc tài khoản bị khóa.',
      en: 'A forgotten password, a lost phone, or a locked account.',
    },
    meaning: {
      vi: 'Người dùng không bị ảnh hưởng, nhưng không ai cấp được tài khoản.',
      en: 'People are not hindered, but nobody can give accounts.',
    },
    steps: [
      {
        say: {
          vi: 'Một quản trị viên khác mở Quản trị → Tài khoản và cấp lại. Luôn có ít nhất hai quản trị viên.',
          en: 'Another administrator opens Accounts and resets it. There should always be two.',
        },
      },
      {
        say: {
          vi: 'Không còn ai: tạo quản trị viên mới ở máy chủ; việc này có trong nhật ký.',
          en: 'If there is none: make one on the server; the trail shows it.',
        },
        run: 'lien-thong import administrator LOGIN "NAME" UNIT',
      },
    ],
    over: {
      vi: 'Quản trị viên vào được và đổi mật khẩu.',
      en: 'The administrator is in and has changed the password.',
    },
  },
})
