/**
 * Parts of Vietnamese names for persons who do not exist. Surnames carry a weight: roughly how many of 1,000 people of the
 * region bear them. Middle names and given names are drawn evenly.
 */
// oxfmt-ignore
export const names = {
  surnames: [
    ['Nguyễn', 384], ['Trần', 110], ['Lê', 95], ['Phạm', 70], ['Hoàng', 51], ['Vũ', 39], ['Phan', 30], ['Đặng', 27],
    ['Bùi', 25], ['Đỗ', 22], ['Ngô', 20], ['Dương', 18], ['Lý', 15], ['Đào', 12], ['Đoàn', 10], ['Trịnh', 9],
    ['Giáp', 9], ['Thân', 9], ['Đồng', 7], ['Hà', 7], ['Chu', 6], ['Ong', 3], ['Diêm', 3], ['Tạ', 5], ['Lương', 5],
    ['Vi', 4], ['Nông', 4], ['Hứa', 3], ['Lâm', 3], ['Trương', 5], ['Tống', 3], ['Leo', 2], ['Lăng', 2], ['Bàn', 2],
    ['Triệu', 3], ['Tăng', 2], ['La', 2], ['Từ', 1], ['Mạc', 1], ['Khổng', 1],
  ] as [name: string, weight: number][],
  middle: {
    male: [
      'Văn', 'Đức', 'Hữu', 'Quang', 'Minh', 'Xuân', 'Ngọc', 'Công', 'Duy', 'Thành', 'Bá', 'Đình', 'Trọng', 'Tiến',
      'Mạnh',
    ],
    female: [
      'Thị', 'Thị Thu', 'Thị Ngọc', 'Thị Thanh', 'Ngọc', 'Thu', 'Thanh', 'Phương', 'Thùy', 'Khánh', 'Minh', 'Hồng',
      'Kim', 'Diệu',
    ],
  },
  given: {
    male: [
      'An', 'Anh', 'Bình', 'Chiến', 'Cường', 'Dũng', 'Duy', 'Đạt', 'Đông', 'Giang', 'Hải', 'Hiếu', 'Hòa', 'Hoàng',
      'Hùng', 'Huy', 'Khánh', 'Khoa', 'Kiên', 'Lâm', 'Long', 'Minh', 'Nam', 'Nghĩa', 'Phong', 'Phúc', 'Quân', 'Quyết',
      'Sơn', 'Tài', 'Thái', 'Thắng', 'Thịnh', 'Toàn', 'Trung', 'Tú', 'Tuấn', 'Tùng', 'Việt', 'Vinh', 'Vượng', 'Xuân',
      'Yên', 'Ý', 'Ước',
    ],
    female: [
      'Ánh', 'Anh', 'Bích', 'Chi', 'Dung', 'Duyên', 'Đào', 'Giang', 'Hà', 'Hằng', 'Hạnh', 'Hiền', 'Hoa', 'Hồng', 'Huệ',
      'Hương', 'Huyền', 'Lan', 'Liên', 'Linh', 'Loan', 'Ly', 'Mai', 'My', 'Nga', 'Ngân', 'Ngọc', 'Nguyệt', 'Nhung',
      'Oanh', 'Phương', 'Quỳnh', 'Thảo', 'Thu', 'Thủy', 'Thúy', 'Trang', 'Tuyết', 'Uyên', 'Vân', 'Xuân', 'Yến',
    ],
  },
}
