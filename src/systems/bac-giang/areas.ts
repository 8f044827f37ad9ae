import type { AreaLiteral } from '#engines/directory/declare.ts'
import { bacGiangCity } from './districts/213-bac-giang.ts'
import { yenThe } from './districts/215-yen-the.ts'
import { tanYen } from './districts/216-tan-yen.ts'
import { langGiang } from './districts/217-lang-giang.ts'
import { lucNam } from './districts/218-luc-nam.ts'
import { lucNgan } from './districts/219-luc-ngan.ts'
import { sonDong } from './districts/220-son-dong.ts'
import { yenDung } from './districts/221-yen-dung.ts'
import { vietYen } from './districts/222-viet-yen.ts'
import { hiepHoa } from './districts/223-hiep-hoa.ts'

/**
 * Administrative units on 31/12/2019 and since 01/01/2020 (230 → 209 communes, 813/NQ-UBTVQH14), with the codes of the General
 * Statistics Office. Beginnings before 2004 are not known and left out; what changed after 2020 is not part of this state.
 */
export const areas: AreaLiteral[] = [
  { code: '24', tier: 'province', name: 'Tỉnh Bắc Giang' },
  ...bacGiangCity,
  ...yenThe,
  ...tanYen,
  ...langGiang,
  ...lucNam,
  ...lucNgan,
  ...sonDong,
  ...yenDung,
  ...vietYen,
  ...hiepHoa,
]
