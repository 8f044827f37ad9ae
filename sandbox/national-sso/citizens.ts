/** Somebody with a national account; the claims are those that `main.ts` tells the platform to read. */
export interface Citizen {
  readonly sub: string
  readonly so_dinh_danh: string
  readonly ho_ten: string
  readonly ngay_sinh: string
  readonly so_dien_thoai: string
  readonly loai_tai_khoan: string
  readonly ma_so_doanh_nghiep?: string
  readonly ten_doanh_nghiep?: string
}

/** The first two are the people of the demo; the third is not known to the province, the fourth is known there by another name. */
export const citizens: readonly Citizen[] = [
  {
    sub: 'e2a1c0de-0001',
    so_dinh_danh: '024168009123',
    ho_ten: 'Thân Thị Bích Phượng',
    ngay_sinh: '14/08/1968',
    so_dien_thoai: '0979000218',
    loai_tai_khoan: 'cong_dan',
  },
  {
    sub: 'e2a1c0de-0002',
    so_dinh_danh: '024080004711',
    ho_ten: 'Ngô Văn Thắng',
    ngay_sinh: '03/02/1980',
    so_dien_thoai: '0912000678',
    loai_tai_khoan: 'doanh_nghiep',
    ma_so_doanh_nghiep: '2400000000',
    ten_doanh_nghiep: 'Công ty Cổ phần Thương mại Sông Thương',
  },
  {
    sub: 'e2a1c0de-0003',
    so_dinh_danh: '024190007777',
    ho_ten: 'Hoàng Thị Lụa',
    ngay_sinh: '20/11/1990',
    so_dien_thoai: '0987654321',
    loai_tai_khoan: 'cong_dan',
  },
  {
    sub: 'e2a1c0de-0004',
    so_dinh_danh: '024168009123',
    ho_ten: 'Thân Thị Bích Hường',
    ngay_sinh: '14/08/1968',
    so_dien_thoai: '0979000218',
    loai_tai_khoan: 'cong_dan',
  },
]
