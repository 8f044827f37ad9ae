import type { ProblemKind } from '#values/errors.ts'

export const identityProblems = {
  wrongSignIn: {
    status: 401,
    message: { vi: 'Tên đăng nhập hoặc mật khẩu không đúng.', en: 'The name or the password is not right.' },
  },
  signInWait: {
    status: 429,
    message: { vi: 'Sai nhiều lần. Xin chờ một lát rồi thử lại.', en: 'Too many wrong tries. Please wait a moment.' },
  },
  wrongCode: {
    status: 401,
    message: {
      vi: 'Mã không đúng, hoặc đã dùng rồi. Chờ ứng dụng hiện mã mới rồi nhập lại.',
      en: 'The code is not right, or was used. Wait for the next one and try again.',
    },
  },
  wrongProof: {
    status: 401,
    message: { vi: 'Mật khẩu hoặc mã không đúng.', en: 'The password or the code is not right.' },
  },
  wrongPasskey: {
    status: 401,
    message: {
      vi: 'Khóa truy cập này không dùng được ở đây, hoặc đã quá lâu. Hãy thử lại.',
      en: 'This passkey cannot be used here, or it took too long. Try again.',
    },
  },
  factorThere: {
    status: 409,
    message: {
      vi: 'Tài khoản này đã có ứng dụng tạo mã. Gỡ ra trước khi thêm ứng dụng khác.',
      en: 'There is an authenticator app already. Remove it before adding another.',
    },
  },
  noFactor: {
    status: 409,
    message: { vi: 'Chưa có yếu tố xác thực thứ hai.', en: 'There is no second factor.' },
  },
  citizensElsewhere: {
    status: 403,
    message: {
      vi: 'Ở đây người dân không mở tài khoản: nộp và theo dõi hồ sơ trên Cổng Dịch vụ công quốc gia.',
      en: 'Citizens open no accounts here: file and follow dossiers on the national portal.',
    },
  },
  registerWait: {
    status: 429,
    message: {
      vi: 'Đang có nhiều lượt mở tài khoản. Xin chờ nửa phút rồi bấm lại.',
      en: 'Many accounts are being opened. Please wait half a minute and try again.',
    },
  },
  weakPassword: { status: 422, message: { vi: 'Mật khẩu chưa đủ chắc.', en: 'The password is too weak.' } },
  loginTaken: {
    status: 409,
    message: {
      vi: 'Số này đã có tài khoản hoặc hồ sơ. Hãy đăng nhập; chưa có mật khẩu thì mang thẻ căn cước đến bộ phận một cửa để mở tài khoản.',
      en: 'This number already has an account or a dossier. Sign in, or bring your identity card to a one-stop counter to get a password.',
    },
  },
  otherPerson: {
    status: 409,
    message: {
      vi: 'Số này đã ghi cho người có họ tên hoặc ngày sinh khác. Hãy xem lại thẻ.',
      en: 'This number is known with another name or birth date. Look at the card again.',
    },
  },
  accountOfOther: {
    status: 409,
    message: {
      vi: 'Số này có tài khoản mở trên mạng với họ tên hoặc ngày sinh khác, chưa ai xem thẻ. Thẻ đúng thì đánh dấu Đóng tài khoản ấy rồi bấm lại.',
      en: 'An account was opened online under this number with another name or birth date; nobody saw a card. If the card is right, tick that it is closed, and press again.',
    },
  },
  accountShutOut: {
    status: 409,
    message: {
      vi: 'Tài khoản này đã đóng: người có số định danh này đã được xác minh, họ tên hoặc ngày sinh khác với điều ông/bà khai. Hồ sơ đã nộp vẫn được giải quyết theo mã hồ sơ. Có nhầm lẫn thì mang thẻ căn cước đến quầy một cửa.',
      en: 'This account is closed: the owner of the number was verified, with another name or birth date than you stated. What you filed is settled as stated; follow it by its code. If this is a mistake, bring your identity card to a one-stop counter.',
    },
  },
  accountMerged: {
    status: 409,
    message: {
      vi: 'Tài khoản này đã gộp vào tài khoản {login} của ông/bà. Hãy đăng nhập bằng {login}.',
      en: 'This account became part of your account {login}. Sign in as {login}.',
    },
  },
  accountClosed: {
    status: 409,
    message: {
      vi: 'Tài khoản của số này đã bị khóa. Hãy báo quản trị.',
      en: 'The account of this number is disabled. Tell an administrator.',
    },
  },
} as const satisfies Record<string, ProblemKind>
