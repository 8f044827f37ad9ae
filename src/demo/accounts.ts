/** The accounts that the demo prints: who, where, and what they show. All have one password, and exist in the demo only. */
export interface DemoAccount {
  readonly login: string
  readonly who: string
  /** The post by unit code and function; absent for citizens. */
  readonly posts: readonly { readonly unit: string; readonly function: string }[]
}

export const demoPassword = 'mo cua xem tinh mau'

const post = (unit: string, name: string) => ({ unit, function: name })

/** Departments of which one division works on a complete procedure: its people, who signs, and the clerk. */
const departments = [
  ['noivu', 'Sở Nội vụ', 'SNV', 'XDCQ'],
  ['kehoach', 'Sở Kế hoạch và Đầu tư', 'SKHDT', 'DKKD'],
  ['taichinh', 'Sở Tài chính', 'STC', 'QLNS'],
  ['xaydung', 'Sở Xây dựng', 'SXD', 'QLXD'],
  ['moitruong', 'Sở Tài nguyên và Môi trường', 'STNMT', 'TNN'],
  ['thongtin', 'Sở Thông tin và Truyền thông', 'STTTT', 'TTBCXB'],
  ['vanhoa', 'Sở Văn hóa, Thể thao và Du lịch', 'SVHTTDL', 'QLVH'],
  ['khoahoc', 'Sở Khoa học và Công nghệ', 'SKHCN', 'QLCNG'],
  ['giaoduc', 'Sở Giáo dục và Đào tạo', 'SGDDT', 'GDTRH'],
  ['yte', 'Sở Y tế', 'SYT', 'NVD'],
  ['ngoaivu', 'Sở Ngoại vụ', 'SNGV', 'HTQT'],
  ['thanhtra', 'Thanh tra tỉnh', 'TTT', 'NV1'],
  ['dantoc', 'Ban Dân tộc', 'BDT', 'CSDT'],
  ['khucongnghiep', 'Ban Quản lý các Khu công nghiệp', 'BQLKCN', 'QLDT'],
] as const

const roles = [
  ['chuyenvien', 'Chuyên viên', 'specialist'],
  ['truongphong', 'Trưởng phòng', 'head'],
  ['lanhdao', 'Thủ trưởng', 'leader'],
  ['cappho', 'Cấp phó', 'deputy-leader'],
  ['vanthu', 'Văn thư', 'clerk'],
] as const

const ofDepartments = departments.flatMap(([login, name, unit, division]) =>
  roles.map(([role, title, held]): DemoAccount => ({
    login: `${role}.${login}`,
    who: `${title}, ${name}`,
    posts: [post(held === 'specialist' || held === 'head' ? `${unit}.${division}` : unit, held)],
  })),
)

export const demoAccounts: readonly DemoAccount[] = [
  { login: 'congdan', who: 'Người dân: Thân Thị Bích Phượng', posts: [] },
  { login: 'doanhnghiep', who: 'Doanh nghiệp: Ngô Văn Thắng, Công ty CP Thương mại Sông Thương', posts: [] },
  { login: 'motcua.tinh', who: 'Một cửa cấp tỉnh (Trung tâm PVHCC)', posts: [post('TTPVHCC', 'receiver')] },
  { login: 'giamdoc.motcua', who: 'Giám đốc Trung tâm PVHCC tỉnh', posts: [post('TTPVHCC', 'one-stop-head')] },
  { login: 'ketoan.tinh', who: 'Phụ trách kế toán, Trung tâm PVHCC', posts: [post('TTPVHCC', 'accountant')] },
  { login: 'ketoan.huyen', who: 'Kế toán, một cửa huyện Lạng Giang', posts: [post('217.MC', 'accountant')] },
  { login: 'ketoan.xa', who: 'Kế toán, một cửa xã Nghĩa Hưng', posts: [post('07381.MC', 'accountant')] },
  { login: 'motcua.huyen', who: 'Một cửa huyện Lạng Giang', posts: [post('217.MC', 'receiver')] },
  { login: 'motcua.xa', who: 'Một cửa xã Nghĩa Hưng', posts: [post('07381.MC', 'receiver')] },
  { login: 'chuyenvien.gtvt', who: 'Chuyên viên, Sở Giao thông vận tải', posts: [post('SGTVT.QLVT', 'specialist')] },
  { login: 'truongphong.gtvt', who: 'Trưởng phòng, Sở Giao thông vận tải', posts: [post('SGTVT.QLVT', 'head')] },
  { login: 'giamdoc.gtvt', who: 'Giám đốc Sở Giao thông vận tải', posts: [post('SGTVT', 'leader')] },
  { login: 'phogiamdoc.gtvt', who: 'Phó Giám đốc Sở Giao thông vận tải', posts: [post('SGTVT', 'deputy-leader')] },
  { login: 'vanthu.gtvt', who: 'Văn thư Sở Giao thông vận tải', posts: [post('SGTVT', 'clerk')] },
  { login: 'chuyenvien.congthuong', who: 'Chuyên viên, Sở Công Thương', posts: [post('SCT.QLTM', 'specialist')] },
  { login: 'truongphong.congthuong', who: 'Trưởng phòng, Sở Công Thương', posts: [post('SCT.QLTM', 'head')] },
  { login: 'phogiamdoc.congthuong', who: 'Phó Giám đốc Sở Công Thương', posts: [post('SCT', 'deputy-leader')] },
  { login: 'vanthu.congthuong', who: 'Văn thư Sở Công Thương', posts: [post('SCT', 'clerk')] },
  {
    login: 'thutuc.congthuong',
    who: 'Đầu mối thủ tục, Văn phòng Sở Công Thương',
    posts: [post('SCT.VP', 'procedure-editor')],
  },
  {
    login: 'thutuc.tinh',
    who: 'Kiểm soát thủ tục hành chính, Văn phòng UBND tỉnh',
    posts: [post('VPUBND.KSTTHC', 'procedure-controller')],
  },
  { login: 'chuyenvien.tuphap', who: 'Chuyên viên, Sở Tư pháp', posts: [post('STP.HCTP', 'specialist')] },
  { login: 'truongphong.tuphap', who: 'Trưởng phòng, Sở Tư pháp', posts: [post('STP.HCTP', 'head')] },
  { login: 'giamdoc.tuphap', who: 'Giám đốc Sở Tư pháp', posts: [post('STP', 'leader')] },
  { login: 'vanthu.tuphap', who: 'Văn thư Sở Tư pháp', posts: [post('STP', 'clerk')] },
  { login: 'chuyenvien.huyen', who: 'Chuyên viên TC-KH huyện Lạng Giang', posts: [post('217.TCKH', 'specialist')] },
  { login: 'truongphong.huyen', who: 'Trưởng phòng TC-KH huyện Lạng Giang', posts: [post('217.TCKH', 'head')] },
  { login: 'chuyenvien.kinhte', who: 'Chuyên viên KT-HT huyện Lạng Giang', posts: [post('217.KTHT', 'specialist')] },
  { login: 'truongphong.kinhte', who: 'Trưởng phòng KT-HT huyện Lạng Giang', posts: [post('217.KTHT', 'head')] },
  {
    login: 'chuyenvien.laodong',
    who: 'Chuyên viên LĐ-TBXH huyện Lạng Giang',
    posts: [post('217.LDTBXH', 'specialist')],
  },
  { login: 'truongphong.laodong', who: 'Trưởng phòng LĐ-TBXH huyện Lạng Giang', posts: [post('217.LDTBXH', 'head')] },
  { login: 'chuyenvien.tainguyen', who: 'Chuyên viên TN-MT huyện Lạng Giang', posts: [post('217.TNMT', 'specialist')] },
  {
    login: 'dangky.datdai',
    who: 'Chi nhánh VP Đăng ký đất đai Lạng Giang',
    posts: [post('217.VPDKDD', 'specialist'), post('217.VPDKDD', 'leader'), post('217.VPDKDD', 'clerk')],
  },
  { login: 'lanhdao.huyen', who: 'Chủ tịch UBND huyện Lạng Giang', posts: [post('UBND-217', 'leader')] },
  { login: 'phochutich.huyen', who: 'Phó Chủ tịch UBND huyện Lạng Giang', posts: [post('UBND-217', 'deputy-leader')] },
  { login: 'vanthu.huyen', who: 'Văn thư UBND huyện Lạng Giang', posts: [post('UBND-217', 'clerk')] },
  { login: 'chuyenvien.xa', who: 'Tư pháp - hộ tịch xã Nghĩa Hưng', posts: [post('07381.TPHT', 'specialist')] },
  {
    login: 'diachinh.xa',
    who: 'Địa chính, văn hóa - xã hội xã Nghĩa Hưng',
    posts: [post('07381.DCXD', 'specialist'), post('07381.VHXH', 'specialist')],
  },
  { login: 'lanhdao.xa', who: 'Chủ tịch UBND xã Nghĩa Hưng', posts: [post('UBND-07381', 'leader')] },
  {
    login: 'chuyenvien.vanhoa.huyen',
    who: 'Chuyên viên VH-TT huyện Lạng Giang',
    posts: [post('217.VHTT', 'specialist')],
  },
  { login: 'truongphong.vanhoa.huyen', who: 'Trưởng phòng VH-TT huyện Lạng Giang', posts: [post('217.VHTT', 'head')] },
  {
    login: 'chuyenvien.giaoduc.huyen',
    who: 'Chuyên viên GD-ĐT huyện Lạng Giang',
    posts: [post('217.GDDT', 'specialist')],
  },
  { login: 'truongphong.giaoduc.huyen', who: 'Trưởng phòng GD-ĐT huyện Lạng Giang', posts: [post('217.GDDT', 'head')] },
  {
    login: 'chuyenvien.noivu.huyen',
    who: 'Chuyên viên Nội vụ huyện Lạng Giang',
    posts: [post('217.NV', 'specialist')],
  },
  { login: 'chutich.tinh', who: 'Chủ tịch UBND tỉnh', posts: [post('UBND-TINH', 'leader')] },
  { login: 'vanthu.tinh', who: 'Văn thư UBND tỉnh', posts: [post('UBND-TINH', 'clerk')] },
  { login: 'noichinh.tinh', who: 'Phòng Nội chính, Văn phòng UBND tỉnh', posts: [post('VPUBND.NC', 'head')] },
  { login: 'vanxa.tinh', who: 'Phòng Khoa giáo - Văn xã, Văn phòng UBND tỉnh', posts: [post('VPUBND.KGVX', 'head')] },
  { login: 'chicuc.nongsan', who: 'Chi cục Quản lý chất lượng nông sản', posts: [post('SNNPTNT.QLCL', 'leader')] },
  { login: 'chicuc.thucpham', who: 'Chi cục An toàn vệ sinh thực phẩm', posts: [post('SYT.ATTP', 'leader')] },
  { login: 'vieclam.tinh', who: 'Trung tâm Dịch vụ việc làm', posts: [post('SLDTBXH.TTDVVL', 'leader')] },
  { login: 'cappho.laodong', who: 'Phó Giám đốc Sở LĐ-TB&XH', posts: [post('SLDTBXH', 'deputy-leader')] },
  { login: 'vanthu.laodong', who: 'Văn thư Sở LĐ-TB&XH', posts: [post('SLDTBXH', 'clerk')] },
  ...ofDepartments,
  {
    login: 'ketnoi.quocgia',
    who: 'Phụ trách kết nối Cổng quốc gia, Sở Thông tin và Truyền thông',
    posts: [post('STTTT', 'link-operator')],
  },
  {
    login: 'quantri',
    who: 'Quản trị, Sở Thông tin và Truyền thông',
    posts: [post('STTTT', 'administrator'), post('STTTT', 'auditor')],
  },
]

/** What opens the demo, for programs; {@link demoAccountsTable} is the same for people. */
export const demoAccess = { password: demoPassword, accounts: demoAccounts }

/** The table that `serve` prints. */
export function demoAccountsTable(publicUrl: string): string {
  const each = demoAccounts.filter((one) => !ofDepartments.includes(one))
  const width = Math.max(...each.map((one) => one.login.length))
  const line = (one: Pick<DemoAccount, 'login' | 'who'>) => `  ${one.login.padEnd(width)}  ${one.who}`
  return [
    '',
    `Tài khoản mẫu, mật khẩu chung: ${demoPassword}`,
    ...each.filter((one) => one.posts.length === 0).map(line),
    `Cán bộ đăng nhập ở ${publicUrl}/can-bo`,
    ...each.filter((one) => one.posts.length > 0).map(line),
    `Ở mỗi sở sau có ${roles.map(([role]) => role).join(', ')}, ví dụ ${ofDepartments[0]?.login}:`,
    ...departments.map(([login, who]) => line({ login: `*.${login}`, who })),
    '',
  ].join('\n')
}
