import { defineCodeList } from '#engines/forms/declare.ts'

/** Đồng a month, by decree; that of 2026 is paid from 01/07/2026. Provinces may set more. */
const socialStandardRate = defineCodeList({
  name: 'socialStandardRate',
  title: { vi: 'Mức chuẩn trợ giúp xã hội', en: 'Standard rate of social support' },
  entries: [
    { code: 'standard', label: { vi: 'NĐ 136/2013', en: 'Decree 136/2013' }, value: 270_000, to: '2021-07-01' },
    {
      code: 'standard',
      label: { vi: 'NĐ 20/2021', en: 'Decree 20/2021' },
      value: 360_000,
      from: '2021-07-01',
      to: '2024-07-01',
    },
    {
      code: 'standard',
      label: { vi: 'NĐ 76/2024', en: 'Decree 76/2024' },
      value: 500_000,
      from: '2024-07-01',
      to: '2026-07-01',
    },
    { code: 'standard', label: { vi: 'NĐ 335/2026', en: 'Decree 335/2026' }, value: 540_000, from: '2026-07-01' },
  ],
})

/**
 * Who gets a monthly allowance, with its coefficient: NĐ 136/2013 and NĐ 20/2021, Điều 5–6 [K]; NĐ 335/2026 is taken to
 * keep them, which is known of 1,5 only [?]. People of 80 without a pension went to the social pension on 01/07/2025.
 */
const socialAllowance = defineCodeList({
  name: 'socialAllowance',
  title: { vi: 'Đối tượng hưởng trợ cấp xã hội hằng tháng', en: 'Recipients of monthly social allowance' },
  entries: [
    {
      code: 'child-under-4',
      label: { vi: 'Trẻ dưới 4 tuổi không có người nuôi', en: 'Child under 4 without a carer' },
      value: 2.5,
    },
    {
      code: 'child',
      label: { vi: 'Trẻ từ 4 đến dưới 16 tuổi không có người nuôi', en: 'Child of 4 to 15 without a carer' },
      value: 1.5,
    },
    {
      code: 'student',
      label: { vi: 'Người như trên, 16 đến 22 tuổi, đang đi học', en: 'The same of 16 to 22, at school' },
      value: 1.5,
    },
    {
      code: 'hiv-child-under-4',
      label: { vi: 'Trẻ dưới 4 tuổi nhiễm HIV, hộ nghèo', en: 'Poor child under 4 with HIV' },
      value: 2.5,
    },
    {
      code: 'hiv-child',
      label: { vi: 'Trẻ từ 4 đến dưới 16 tuổi nhiễm HIV, hộ nghèo', en: 'Poor child of 4 to 15 with HIV' },
      value: 2,
    },
    {
      code: 'hiv',
      label: { vi: 'Người nhiễm HIV không còn sức lao động, hộ nghèo', en: 'Poor person with HIV, unable to work' },
      value: 1.5,
    },
    {
      code: 'toddler',
      label: {
        vi: 'Trẻ dưới 3 tuổi hộ nghèo, cận nghèo ở xã đặc biệt khó khăn',
        en: 'Child under 3 in a poor household of a commune in hardship',
      },
      value: 1.5,
      from: '2021-07-01',
    },
    {
      code: 'single-parent',
      label: { vi: 'Người đơn thân nghèo nuôi một con nhỏ', en: 'Poor single parent of one child' },
      value: 1,
    },
    {
      code: 'single-parent-2',
      label: { vi: 'Người đơn thân nghèo nuôi hai con nhỏ', en: 'Poor single parent of two children' },
      value: 2,
    },
    {
      code: 'old-alone',
      label: { vi: 'Người 60 đến 79 tuổi nghèo, không ai phụng dưỡng', en: 'Poor person of 60 to 79 without a carer' },
      value: 1.5,
    },
    {
      code: 'old-alone-80',
      label: { vi: 'Người từ 80 tuổi nghèo, không ai phụng dưỡng', en: 'Poor person of 80 without a carer' },
      value: 2,
    },
    {
      code: 'old-80',
      label: { vi: 'Người từ 80 tuổi không có lương hưu', en: 'Person of 80 without a pension' },
      value: 1,
      to: '2025-07-01',
    },
    {
      code: 'disabled-severe',
      label: { vi: 'Người khuyết tật nặng', en: 'Person with a severe disability' },
      value: 1.5,
    },
    {
      code: 'disabled-severe-young-old',
      label: { vi: 'Trẻ em, người cao tuổi khuyết tật nặng', en: 'Child or old person, severe disability' },
      value: 2,
    },
    {
      code: 'disabled-extreme',
      label: { vi: 'Người khuyết tật đặc biệt nặng', en: 'Person with an extreme disability' },
      value: 2,
    },
    {
      code: 'disabled-extreme-young-old',
      label: { vi: 'Trẻ em, người cao tuổi khuyết tật đặc biệt nặng', en: 'Child or old person, extreme disability' },
      value: 2.5,
    },
  ],
})

export const codeLists = [socialStandardRate, socialAllowance]
