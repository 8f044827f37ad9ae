import { defineNationalForm } from '#engines/national-portal/declare.ts'

/** Names on the left are ours; those on the right are to be checked with the form that the national portal shows. */
export const drivingLicenceExchangeThere = defineNationalForm({
  procedure: '1.002809',
  answers: {
    'applicant.fullName': 'HoTen',
    'applicant.birthDate': 'NgaySinh',
    'applicant.sex': { from: 'GioiTinh', values: { '1': 'male', '0': 'female' } },
    'applicant.personalId': 'SoDinhDanh',
    'applicant.residence.commune': 'MaXa',
    'applicant.residence.detail': 'DiaChi',
    'applicant.phone': 'SoDienThoai',
    'applicant.email': 'Email',
    reason: {
      from: 'ThongTinHoSo.LyDo',
      values: { '1': 'expiring', '2': 'damaged', '3': 'paper', '4': 'wrong' },
    },
    expiresOn: 'ThongTinHoSo.NgayHetHan',
    correction: 'ThongTinHoSo.NoiDungSua',
    licenceNumber: 'ThongTinHoSo.SoGPLX',
    paperNumber: 'ThongTinHoSo.SoGPLXGiay',
    classes: 'ThongTinHoSo.HangGPLX',
    issuedOn: 'ThongTinHoSo.NgayCap',
    receiveBy: { from: 'ThongTinHoSo.HinhThucNhan', values: { '1': 'counter', '2': 'post' } },
    postAddress: 'ThongTinHoSo.DiaChiNhan',
  },
  papers: { GPLX: 'licence', KSK: 'health', CCCD: 'identity' },
})
