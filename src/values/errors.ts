import type { Allowance } from './brake.ts'
import type { Words } from './words.ts'

/** One kind of error that people may meet: HTTP status and what it says. Declared in contracts, thrown as {@link Problem}. */
export interface ProblemKind {
  readonly status: number
  readonly message: Words
}

/** A place in the input that is wrong: a path such as `answers.licenceNumber`, and what to do about it. */
export interface ProblemPlace {
  readonly path: string
  readonly message: Words
}

/** The one error class of the platform. Its code is the phrase that programs match; its words are for people (RFC 9457). */
export class Problem extends Error {
  readonly code: string
  readonly status: number
  readonly words: Words
  readonly places: readonly ProblemPlace[]
  readonly retryAfterSeconds: number | undefined
  /** What is left of the limit that it refuses by, where no operation tells it. */
  readonly allowance: Allowance | undefined
  /** What was written before it was thrown stays: a refusal that has to be remembered. */
  readonly keepsWrites: boolean

  constructor(
    code: string,
    kind: ProblemKind,
    more: {
      places?: readonly ProblemPlace[]
      retryAfterSeconds?: number
      allowance?: Allowance
      keepsWrites?: boolean
      cause?: unknown
    } = {},
  ) {
    super(`${code}: ${kind.message.en}`, { cause: more.cause })
    this.name = 'Problem'
    this.code = code
    this.status = kind.status
    this.words = kind.message
    this.places = more.places ?? []
    this.retryAfterSeconds = more.retryAfterSeconds
    this.allowance = more.allowance
    this.keepsWrites = more.keepsWrites ?? false
  }
}

/** Errors that any operation may answer. */
export const problems = {
  notFound: {
    status: 404,
    message: { vi: 'Không tìm thấy, hoặc ông/bà không được xem.', en: 'Not found, or not yours to see.' },
  },
  notSignedIn: { status: 401, message: { vi: 'Cần đăng nhập để làm việc này.', en: 'Sign in to do this.' } },
  forbidden: {
    status: 403,
    message: { vi: 'Tài khoản này không có quyền làm việc đó.', en: 'This account may not do that.' },
  },
  mustChangePassword: {
    status: 403,
    message: {
      vi: 'Mật khẩu này chỉ dùng một lần, hoặc đã dùng quá lâu. Xin đổi mật khẩu trước đã.',
      en: 'This password is for one use, or too old. Please change it first.',
    },
  },
  mustAddFactor: {
    status: 403,
    message: {
      vi: 'Tài khoản này phải thêm yếu tố xác thực thứ hai trước đã.',
      en: 'This account must add a second factor first.',
    },
  },
  stepUpNeeded: {
    status: 403,
    message: {
      vi: 'Việc này cần xác nhận lại chính là ông/bà.',
      en: 'This needs a fresh proof that it is you.',
    },
  },
  factorNeeded: {
    status: 403,
    message: {
      vi: 'Việc này cần xác nhận lại bằng yếu tố thứ hai.',
      en: 'This needs a fresh proof by your second factor.',
    },
  },
  invalidInput: {
    status: 422,
    message: { vi: 'Có chỗ chưa đúng, xin xem lại.', en: 'Something is not right, please check.' },
  },
  conflict: {
    status: 409,
    message: {
      vi: 'Việc này vừa được người khác thay đổi. Xin tải lại rồi làm tiếp.',
      en: 'Someone else has just changed this. Reload and go on.',
    },
  },
  tooMany: {
    status: 429,
    message: { vi: 'Làm quá nhiều lần. Xin chờ một lát rồi thử lại.', en: 'Too many tries. Please wait a moment.' },
  },
  busy: {
    status: 503,
    message: {
      vi: 'Hệ thống đang bận. Xin thử lại sau ít giây; những gì đã nhập vẫn còn.',
      en: 'The system is busy. Try again in a few seconds; what you typed is kept.',
    },
  },
  storageFull: {
    status: 507,
    message: {
      vi: 'Máy chủ hết chỗ chứa, chưa nhận được. Xin thử lại sau.',
      en: 'The server is out of space; nothing was taken. Try later.',
    },
  },
  internal: {
    status: 500,
    message: {
      vi: 'Hệ thống gặp lỗi. Xin thử lại, hoặc báo mã sự cố cho nơi hỗ trợ.',
      en: 'Something failed on our side. Try again, or tell support the incident number.',
    },
  },
} as const satisfies Record<string, ProblemKind>

/** Throws one of the common {@link problems} under its own name. */
export function fail(code: keyof typeof problems, more?: ConstructorParameters<typeof Problem>[2]): never {
  throw new Problem(code, problems[code], more)
}
