import { option, type Option } from './control.ts'

/** What conditions on a dossier may look at beside its answers, with the values that it has. */
export const dossierFacts: readonly (Option & { readonly values: readonly Option[] })[] = [
  {
    ...option('proposal', 'Đề xuất của cán bộ', 'What officials propose'),
    values: [option('grant', 'Đồng ý', 'Grant'), option('refuse', 'Từ chối', 'Refuse')],
  },
  {
    ...option('channel', 'Kênh nộp', 'Channel'),
    values: [
      option('online', 'Trực tuyến', 'Online'),
      option('counter', 'Tại quầy', 'At the counter'),
      option('post', 'Bưu chính', 'By post'),
    ],
  },
  { ...option('place', 'Nơi nộp', 'Place'), values: [] },
]
