import { psql, restartAll, runbooks } from './runbook.ts'

export const databaseRunbooks = runbooks({
  'database-away': {
    title: { vi: 'Không nối được cơ sở dữ liệu', en: 'The database cannot be reached' },
    sign: {
      vi: 'Mọi trang báo hệ thống tạm ngừng; /readyz trả 503 và nêu "database".',
      en: 'Every page says that the platform is away; /readyz answers 503 and names "database".',
    },
    meaning: {
      vi: 'Không ai nộp, tra cứu hay giải quyết được hồ sơ. Những gì đã báo nhận thì không mất.',
      en: 'Nobody can file, look up or settle a dossier. What was acknowledged is not lost.',
    },
    steps: [
      {
        say: { vi: 'Xem PostgreSQL có đang chạy không.', en: 'See whether PostgreSQL runs.' },
        run: 'systemctl status postgresql@15-lienthong || systemctl status patroni',
      },
      {
        say: {
          vi: 'Đọc những dòng cuối của nó: đầy đĩa, hết bộ nhớ hay sai mật khẩu đều ghi ở đây.',
          en: 'Read its last lines: a full disk, no memory, a wrong password all stand there.',
        },
        run: 'journalctl -u postgresql@15-lienthong -u patroni -n 50',
      },
      {
        say: { vi: 'Đĩa đầy thì làm theo mục “Đĩa gần đầy” trước.', en: 'With a full disk, do that section first.' },
        run: 'df -h',
      },
      {
        say: {
          vi: 'Khởi động lại PostgreSQL (cụm ba máy: khởi động lại patroni); nền tảng tự nối lại, không cần khởi động lại.',
          en: 'Restart PostgreSQL (in a cluster: patroni); the platform connects by itself.',
        },
        run: 'systemctl restart postgresql@15-lienthong',
      },
    ],
    over: { vi: '/readyz trả 200 và trang chủ mở được.', en: '/readyz answers 200 and the front page opens.' },
  },
  'database-connections': {
    title: { vi: 'Cơ sở dữ liệu sắp hết chỗ kết nối', en: 'The database is almost out of connections' },
    told: {
      vi: 'Đang dùng {used} trên {most} kết nối tới cơ sở dữ liệu',
      en: '{used} of {most} connections to the database are in use',
    },
    sign: { vi: 'Trang mở chậm, lúc được lúc không.', en: 'Pages are slow and sometimes fail.' },
    meaning: {
      vi: 'Hết chỗ thì người đến sau phải chờ hoặc bị báo bận.',
      en: 'When none is left, whoever comes next waits or is told that it is busy.',
    },
    steps: [
      {
        say: {
          vi: 'Xem ai đang giữ kết nối; tiến trình lạ thì dừng nó.',
          en: 'See who holds connections; stop what does not belong there.',
        },
        run: `${psql} -c "select application_name, state, count(*) from pg_stat_activity group by 1, 2 order by 3 desc"`,
      },
      {
        say: {
          vi: 'Số tiến trình × DATABASE_POOL phải nhỏ hơn max_connections; bớt DATABASE_POOL hoặc đặt PgBouncer.',
          en: 'Processes × DATABASE_POOL must stay below max_connections; lower DATABASE_POOL or put PgBouncer in between.',
        },
        run: 'lien-thong config check',
      },
    ],
    over: { vi: 'Số kết nối dưới 90 % trong năm phút.', en: 'Fewer than 90 % are used for five minutes.' },
  },
  'database-transaction': {
    title: { vi: 'Có giao dịch cơ sở dữ liệu mở quá lâu', en: 'A database transaction stays open too long' },
    told: {
      vi: 'Một giao dịch của “{name}” mở từ {since}, chưa kết thúc',
      en: 'A transaction of “{name}” is open since {since}',
    },
    sign: {
      vi: 'Niêm phong nhật ký đứng, cơ sở dữ liệu phình ra.',
      en: 'Sealing of the trail stands still, the database swells.',
    },
    meaning: {
      vi: 'Người dùng chưa thấy gì ngay, nhưng việc niêm phong và dọn dẹp phải chờ; để lâu thì mọi thứ chậm dần.',
      en: 'People notice nothing at once, but sealing and tidying wait; left alone, everything slows down.',
    },
    steps: [
      {
        say: {
          vi: 'Tìm giao dịch lâu nhất và tiến trình giữ nó.',
          en: 'Find the oldest transaction and who holds it.',
        },
        run: `${psql} -c "select pid, application_name, xact_start, left(query, 60) from pg_stat_activity where xact_start is not null order by 3 limit 5"`,
      },
      {
        say: {
          vi: 'Nếu đó là một phiên ai đó quên (psql, sao chép tay), kết thúc nó bằng số pid vừa thấy.',
          en: 'If somebody forgot a session (psql, a copy by hand), end it by its pid.',
        },
        run: `${psql} -c "select pg_terminate_backend(PID)"`,
      },
    ],
    over: { vi: 'Không còn giao dịch nào mở quá mười phút.', en: 'No transaction is open for more than ten minutes.' },
  },
  'database-unsafe': {
    title: { vi: 'Cơ sở dữ liệu đặt không an toàn khi mất điện', en: 'The database is not set to survive a power cut' },
    told: {
      vi: 'Cơ sở dữ liệu đang tắt: {settings}',
      en: 'The database has these switched off: {settings}',
    },
    sign: { vi: 'Không có dấu hiệu gì cho tới khi mất điện.', en: 'None, until the power fails.' },
    meaning: {
      vi: 'Mất điện có thể làm mất hồ sơ đã báo nhận, hoặc hỏng dữ liệu mà không ai hay.',
      en: 'A power cut can lose dossiers that were acknowledged, or damage data unseen.',
    },
    steps: [
      {
        say: {
          vi: 'Bật lại fsync, full_page_writes, synchronous_commit rồi nạp lại cấu hình.',
          en: 'Switch fsync, full_page_writes and synchronous_commit on again and reload.',
        },
        run: `${psql} -c "alter system reset all" -c "select pg_reload_conf()"`,
      },
      {
        say: {
          vi: 'Nếu thiếu mã kiểm trang (data_checksums): hẹn giờ dừng và bật bằng pg_checksums khi PostgreSQL đã tắt.',
          en: 'Without data_checksums: plan a stop and switch them on with pg_checksums while PostgreSQL is down.',
        },
        run: 'pg_checksums --enable -D DATA',
      },
    ],
    over: {
      vi: '`lien-thong config check` không còn nêu các mục này.',
      en: '`lien-thong config check` names none of them any more.',
    },
  },
  'schema-behind': {
    title: { vi: 'Cơ sở dữ liệu cũ hơn phiên bản đang chạy', en: 'The database is older than the running version' },
    told: {
      vi: 'Cơ sở dữ liệu thiếu {count} bước nâng cấp, đầu tiên là {first}',
      en: 'The database lacks {count} migrations, the first is {first}',
    },
    sign: { vi: 'Sau khi nâng cấp, một số trang báo lỗi.', en: 'After an upgrade some pages fail.' },
    meaning: { vi: 'Chức năng mới báo lỗi cho người dùng.', en: 'What is new fails for people.' },
    steps: [
      {
        say: { vi: 'Chạy bước nâng cấp; lặp lại bao nhiêu lần cũng được.', en: 'Migrate; it is safe to repeat.' },
        run: 'lien-thong migrate',
      },
      {
        say: {
          vi: 'Nếu báo lỗi, xem mục “Nâng cấp dừng giữa chừng”.',
          en: 'If it fails, see “An upgrade stopped half-way”.',
        },
      },
    ],
    over: { vi: '`lien-thong migrate` nói “0 migrations”.', en: '`lien-thong migrate` says “0 migrations”.' },
  },
  'schema-ahead': {
    title: { vi: 'Có tiến trình chạy phiên bản cũ', en: 'A process runs an older version' },
    told: {
      vi: 'Máy {machine} chạy phiên bản {version}, cũ hơn cơ sở dữ liệu {count} bước',
      en: 'Machine {machine} runs version {version}, {count} migrations behind the database',
    },
    sign: {
      vi: 'Sau nâng cấp, người này thấy màn hình mới, người kia thấy màn hình cũ.',
      en: 'After an upgrade some people see the new screens, others the old ones.',
    },
    meaning: {
      vi: 'Trong lúc nâng cấp thì bình thường. Để lâu hơn một ngày thì lần nâng cấp sau có thể làm hỏng tiến trình cũ.',
      en: 'Usual during an upgrade. Left for more than a day, the next upgrade may break the older process.',
    },
    steps: [
      {
        say: {
          vi: 'Khởi động lại dịch vụ ở máy đó bằng phiên bản mới.',
          en: 'Restart the service there with the new version.',
        },
        run: restartAll,
      },
    ],
    over: { vi: 'Mọi máy cùng một phiên bản.', en: 'All machines run one version.' },
  },
})
