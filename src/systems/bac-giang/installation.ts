/** What papers and pages say of the province that runs this. Address and help line are samples. */
export const installation = {
  /** Before the date on papers. */
  place: 'Bắc Giang',
  owner: 'Ủy ban nhân dân tỉnh Bắc Giang',
  helpLine: '1800 1096',
  receiptSymbol: 'BG-{yy}E',
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
