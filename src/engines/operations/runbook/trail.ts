import { runbooks } from './runbook.ts'

export const trailRunbooks = runbooks({
  'trail-broken': {
    title: { vi: 'Nhật ký kiểm toán có dấu hiệu bị sửa', en: 'The audit trail shows damage' },
    told: {
      vi: 'Lần kiểm tra cuối thấy nhật ký kiểm toán không còn nguyên',
      en: 'The last check found the audit trail damaged',
    },
    sign: { vi: 'Kiểm tra nhật ký báo hỏng.', en: 'The check of the trail fails.' },
    meaning: {
      vi: 'Có thể ai đó đã sửa dữ liệu trái phép, hoặc đĩa hỏng. Đây là sự cố an toàn thông tin: báo trong 24 giờ.',
      en: 'Somebody may have changed data, or a disk is failing. It is a security incident: report within 24 hours.',
    },
    steps: [
      {
        say: {
          vi: 'Không xóa, không khôi phục gì. Báo người phụ trách an toàn thông tin và kiểm soát viên.',
          en: 'Delete and restore nothing. Tell the security officer and the auditor.',
        },
      },
      {
        say: { vi: 'Ghi lại chỗ hỏng.', en: 'Write down where it is damaged.' },
        run: 'lien-thong audit verify --json',
      },
      {
        say: {
          vi: 'Đối chiếu với dấu niêm phong mà kiểm soát viên đã nhận qua thư.',
          en: 'Compare with the heads that auditors got by e-mail.',
        },
      },
    ],
    over: { vi: 'Kiểm soát viên kết luận bằng văn bản.', en: 'The auditor has concluded in writing.' },
  },
  'trail-late': {
    title: { vi: 'Nhật ký kiểm toán chưa được niêm phong', en: 'The audit trail is not sealed' },
    told: {
      vi: '{count} dòng nhật ký chờ niêm phong từ {since}',
      en: '{count} entries wait for their seal since {since}',
    },
    sign: {
      vi: '/readyz của cổng quản trị nêu audit.sealing.',
      en: '/readyz of the administration port names audit.sealing.',
    },
    meaning: {
      vi: 'Người dùng không bị ảnh hưởng, nhưng những dòng mới chưa được bảo vệ khỏi sửa đổi.',
      en: 'People are not hindered, but new entries are not yet guarded.',
    },
    steps: [
      {
        say: { vi: 'Việc nền có chạy không?', en: 'Does background work run?' },
        run: 'systemctl status lien-thong-work',
      },
      {
        say: {
          vi: 'Có giao dịch nào mở lâu không? Xem mục “giao dịch mở quá lâu”.',
          en: 'Is a transaction open for long? See that section.',
        },
      },
    ],
    over: { vi: 'Không dòng nào chờ quá một phút.', en: 'No entry waits for more than a minute.' },
  },
  'trail-unsigned': {
    title: { vi: 'Dấu niêm phong chưa được ký', en: 'Heads of the trail are not signed' },
    told: {
      vi: 'Dấu niêm phong chưa được ký quá hai phút',
      en: 'A seal is without a signature for more than two minutes',
    },
    sign: {
      vi: '/readyz của cổng quản trị nêu audit.heads.',
      en: '/readyz of the administration port names audit.heads.',
    },
    meaning: {
      vi: 'Người dùng không bị ảnh hưởng; bằng chứng với bên ngoài bị chậm.',
      en: 'People are not hindered; proofs for outsiders are late.',
    },
    steps: [
      {
        say: {
          vi: 'Tìm lý do: khóa ký mất quyền đọc, hoặc đĩa giữ dấu đầy.',
          en: 'Find why: the key cannot be read, or the disk of heads is full.',
        },
        run: 'journalctl -u lien-thong-work -g "no head" -n 10',
      },
      {
        say: { vi: 'Kiểm tra quyền của tệp khóa.', en: 'Check the rights of the key.' },
        run: 'lien-thong config check',
      },
    ],
    over: { vi: 'Mục này biến mất trong hai phút.', en: 'This is gone within two minutes.' },
  },
  'trail-months': {
    title: { vi: 'Nhật ký thiếu ngăn của tháng sau', en: 'The trail lacks next month’s partition' },
    told: { vi: 'Nhật ký kiểm toán chưa có ngăn của tháng sau', en: 'The audit trail has no partition for next month' },
    sign: { vi: 'Không có dấu hiệu.', en: 'None.' },
    meaning: {
      vi: 'Chưa ảnh hưởng; để lâu thì nhật ký khó lưu trữ.',
      en: 'No harm yet; later the trail is harder to archive.',
    },
    steps: [
      {
        say: { vi: 'Chạy lại bước nâng cấp: nó tạo ngăn còn thiếu.', en: 'Migrate again: it makes what is missing.' },
        run: 'lien-thong migrate',
      },
    ],
    over: { vi: 'Mục này biến mất trong hai phút.', en: 'This is gone within two minutes.' },
  },
})
