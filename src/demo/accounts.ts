/** The accounts that the demo prints: who, where, and what they show. All have one password, and exist in the demo only. */
export interface DemoAccount {
  readonly login: string
  readonly who: string
  /** The post by unit code and function; absent for citizens. */
  readonly posts: readonly { readonly unit: string; readonly function: string }[]
}

export const demoPassword = 'mo cua xem tinh mau'

const post = (unit: string, name: string) => ({ unit, function: name })

export const demoAccounts: readonly DemoAccount[] = [
  { login: 'congdan', who: 'Người dân: Thân Thị Bích Phượng', posts: [] },
  { login: 'doanhnghiep', who: 'Doanh nghiệp: Ngô Văn Thắng, Công ty CP Thương mại Sông Thương', posts: [] },
  { login: 'motcua.tinh', who: 'Một cửa cấp tỉnh (Trung tâm PVHCC)', posts: [post('TTPVHCC', 'receiver')] },
  { login: 'ketoan.tinh', who: 'Phụ trách kế toán, Trung tâm PVHCC', posts: [post('TTPVHCC', 'accountant')] },
  { login: 'giamdoc.motcua', who: 'Giám đốc Trung tâm PVHCC tỉnh', posts: [post('TTPVHCC', 'one-stop-head')] },
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
  { login: 'chutich.tinh', who: 'Chủ tịch UBND tỉnh', posts: [post('UBND-TINH', 'leader')] },
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
  const width = Math.max(...demoAccounts.map((one) => one.login.length))
  const line = (one: DemoAccount) => `  ${one.login.padEnd(width)}  ${one.who}`
  return [
    '',
    `Tài khoản mẫu, mật khẩu chung: ${demoPassword}`,
    ...demoAccounts.filter((one) => one.posts.length === 0).map(line),
    `Cán bộ đăng nhập ở ${publicUrl}/can-bo`,
    ...demoAccounts.filter((one) => one.posts.length > 0).map(line),
    '',
  ].join('\n')
}
