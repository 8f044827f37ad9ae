import type { Language, Words } from '#values/words.ts'
import { allRunbooks } from './index-of-runbooks.ts'

const words = {
  title: { vi: 'Cách xử lý sự cố', en: 'Runbooks' },
  lead: {
    vi: 'Cho người quản trị không chuyên: dấu hiệu, ảnh hưởng, việc cần làm theo thứ tự, khi nào là xong. Trang **Quản trị → Sức khỏe hệ thống** nêu sự cố nào đang có và dẫn tới đúng mục; khi trang không mở được, đọc ở đây hoặc gõ `lien-thong runbooks` ở máy chủ. Chữ HOA trong lệnh là chỗ phải thay. Nghi có người tấn công, lộ dữ liệu: [khi nghi có sự cố](incident.md).',
    en: 'For administrators who are not specialists: the sign, whom it harms, what to do in order, and when it is over. Words in CAPITALS in a command are to be replaced. Where an attack or a leak of data is suspected: [when an incident is suspected](incident.md).',
  },
  sign: { vi: 'Dấu hiệu', en: 'Sign' },
  meaning: { vi: 'Với người dùng', en: 'For people' },
  over: { vi: 'Xong khi', en: 'Over when' },
} as const satisfies Record<string, Words>

/** The runbooks as Markdown, one or all of them. */
export function writeRunbooks(language: Language, code?: string): string {
  const chosen = allRunbooks.filter((one) => code === undefined || one.code === code)
  const sections = chosen.map(({ code: anchor, title, sign, meaning, steps, over }) =>
    [
      `## ${title[language]}\n`,
      `<a id="${anchor}"></a>\n`,
      `**${words.sign[language]}:** ${sign[language]}\n`,
      `**${words.meaning[language]}:** ${meaning[language]}\n`,
      ...steps.map(
        ({ say, run }, at) =>
          `${at + 1}. ${say[language]}${run === undefined ? '' : `\n   \`\`\`sh\n   ${run}\n   \`\`\``}`,
      ),
      `\n**${words.over[language]}:** ${over[language]}\n`,
    ].join('\n'),
  )
  const head = code === undefined ? [`# ${words.title[language]}\n`, `${words.lead[language]}\n`] : []
  return [...head, ...sections].join('\n')
}
