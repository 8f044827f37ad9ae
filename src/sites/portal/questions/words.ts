import { type PetitionKind, kindWords } from '#engines/petitions/contract.ts'
import type { Words } from '#values/words.ts'

export const questionWords = {
  title: { vi: 'Hỏi đáp, phản ánh', en: 'Questions and answers' },
  lookUp: { vi: 'Xem việc đã gửi', en: 'See what you sent' },
  mine: { vi: 'Việc tôi đã hỏi', en: 'What I asked' },
  wrong: { vi: 'Còn chỗ cần xem lại', en: 'Please check' },
  question: { vi: 'Câu hỏi', en: 'Question' },
  answer: { vi: 'Trả lời', en: 'Answer' },
  answeredBy: { vi: '{unit} trả lời ngày {day}', en: '{unit} answered on {day}' },
  underReview: { vi: 'Đang được xem lại', en: 'Being looked at again' },
  askedBy: { vi: '{count} người hỏi', en: '{count} people asked' },
} as const satisfies Record<string, Words>

/** The addresses of the kinds of form. */
export const kindSlugs: Readonly<Record<PetitionKind, string>> = {
  question: 'hoi-dap',
  reflection: 'phan-anh',
  complaint: 'khieu-nai',
  denunciation: 'to-cao',
}

export const kindOfSlug = (slug: string | null): PetitionKind =>
  (Object.keys(kindSlugs) as PetitionKind[]).find((kind) => kindSlugs[kind] === slug) ?? 'question'

/** What is done on the page of each. */
export const kindTitles: Readonly<Record<PetitionKind, Words>> = {
  question: { vi: 'Gửi câu hỏi', en: 'Ask a question' },
  reflection: { vi: 'Gửi phản ánh, kiến nghị', en: 'Tell us what goes wrong' },
  complaint: { vi: 'Gửi khiếu nại', en: 'Complain' },
  denunciation: { vi: 'Gửi tố cáo', en: 'Denounce' },
}

export const subjectWords: Readonly<Record<PetitionKind, Words>> = {
  question: { vi: 'Muốn hỏi gì, trong một câu', en: 'Your question in one sentence' },
  reflection: { vi: 'Việc gì, trong một câu', en: 'What it is, in one sentence' },
  complaint: { vi: 'Khiếu nại điều gì, trong một câu', en: 'What you complain of, in one sentence' },
  denunciation: { vi: 'Tố cáo việc gì, trong một câu', en: 'What you denounce, in one sentence' },
}

/** What each is for, and what comes of it. */
export const kindLeads: Readonly<Record<PetitionKind, Words>> = {
  question: {
    vi: 'Hỏi cách làm thủ tục, giấy tờ, thời hạn. Trong 2 ngày làm việc biết có nhận hay không, 15 ngày làm việc có trả lời.',
    en: 'Ask how something is done. Within 2 working days you know whether it is taken up, within 15 you are answered.',
  },
  reflection: {
    vi: 'Nói điều vướng mắc, thái độ phục vụ, quy định bất hợp lý. Cơ quan bị phản ánh không tự trả lời về mình.',
    en: 'Tell us what goes wrong. The body that it is about does not answer about itself.',
  },
  complaint: {
    vi: 'Quyết định hoặc việc làm của cơ quan xâm phạm quyền của chính ông/bà (Luật Khiếu nại 2011).',
    en: 'A decision or act of the administration infringes your own rights (Law on Complaints 2011).',
  },
  denunciation: {
    vi: 'Báo hành vi vi phạm pháp luật. Họ tên, nơi ở, số điện thoại được mã hóa, để riêng khỏi nội dung; chỉ người có trách nhiệm mở được, và mỗi lần mở đều bị ghi lại (Luật Tố cáo 2018).',
    en: 'Report a breach of law. Who you are is encrypted apart from what you say; only whoever is responsible opens it, and each time is recorded (Law on Denunciations 2018).',
  },
}

export const kindNames: Readonly<Record<PetitionKind, Words>> = kindWords

export const stateWords = {
  sent: { vi: 'Đã gửi, chờ nhận', en: 'Sent' },
  accepted: { vi: 'Đang giải quyết', en: 'Being answered' },
  'waiting-sender': { vi: 'Chờ ông/bà trả lời thêm', en: 'Waiting for you' },
  answered: { vi: 'Đã trả lời', en: 'Answered' },
  refused: { vi: 'Không giải quyết', en: 'Refused' },
  merged: { vi: 'Trả lời chung', en: 'Answered together' },
} as const satisfies Record<string, Words>

export const stateTones = {
  sent: 'soon',
  accepted: 'info',
  'waiting-sender': 'waiting',
  answered: 'good',
  refused: 'paused',
  merged: 'info',
} as const
