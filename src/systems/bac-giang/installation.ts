/** What papers and pages say of the province that runs this. Address and help line are samples. */
export const installation = {
  /** Before the date on papers. */
  place: 'Bắc Giang',
  owner: 'Ủy ban nhân dân tỉnh Bắc Giang',
  helpLine: '1800 1096',
  receiptSymbol: 'BG-{yy}E',
  /** On which terms open data may be used: set by the province, here a sample. */
  openDataTerms: {
    vi: 'Dùng lại miễn phí, kể cả cho mục đích thương mại; ghi nguồn là Ủy ban nhân dân tỉnh Bắc Giang và ngày tải; không làm sai lệch số liệu.',
    en: 'Free to reuse, also for commercial ends; name the People’s Committee of Bắc Giang Province and the day of download as the source; do not distort the figures.',
  },
}

export const portal = {
  region: { vi: 'Tỉnh Bắc Giang', en: 'Bắc Giang Province' },
  portalName: { vi: 'Cổng Dịch vụ công tỉnh Bắc Giang', en: 'Public Service Portal of Bắc Giang Province' },
  owner: { vi: 'Ủy ban nhân dân tỉnh Bắc Giang', en: 'People’s Committee of Bắc Giang Province' },
  contact: [
    { vi: 'Trung tâm Phục vụ hành chính công tỉnh', en: 'Provincial Administrative Service Centre' },
    {
      vi: 'Khu liên cơ quan, Quảng trường 3/2, thành phố Bắc Giang',
      en: 'Khu liên cơ quan, Quảng trường 3/2, Bắc Giang City',
    },
  ],
  helpLine: installation.helpLine,
}
