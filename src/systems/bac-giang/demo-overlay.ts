import { defineOverlay } from '#engines/services/declare.ts'

const ended = {
  vi: 'Minh họa: từ 01/3/2025 thủ tục này do Công an giải quyết. Ở đây giữ lại để dùng thử.',
  en: 'Demonstration: since 1 March 2025 the police handle this. It is kept here for trying out.',
}
const level2 = {
  vi: 'Minh họa: năm 2020 thủ tục này chưa nộp trên mạng được (mức độ 2). Ở đây mở để dùng thử.',
  en: 'Demonstration: in 2020 this could not be filed online yet (level 2). It is open here for trying out.',
}

/**
 * DEMONSTRATION, not law: the demo province is that of 2020 and runs at the present date. What the law ended or did not offer
 * online is kept open here, so that all complete procedures can be filed today. A real installation leaves this layer out.
 */
export const demoOverlay = defineOverlay({
  id: 'demo',
  title: { vi: 'Minh họa', en: 'Demonstration' },
  procedures: [
    { code: '1.002809', effective: { to: null }, notice: ended },
    { code: '2.000488', effective: { to: null }, notice: ended },
    { code: '2.000889', onlineLevel: [{ level: 3 }], notice: level2 },
    { code: '2.000815', onlineLevel: [{ level: 3 }], notice: level2 },
    { code: '1.001699', onlineLevel: [{ level: 3 }], notice: level2 },
    { code: '1.001731', onlineLevel: [{ level: 3 }], notice: level2 },
    { code: '2.001481', onlineLevel: [{ level: 3 }], notice: level2 },
    { code: 'BG.115', onlineLevel: [{ level: 3 }], notice: level2 },
    { code: 'BG.116', onlineLevel: [{ level: 3 }], notice: level2 },
    { code: '1.001776', onlineLevel: [{ level: 3 }], notice: level2 },
  ],
})
