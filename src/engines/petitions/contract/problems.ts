import type { ProblemKind } from '#values/errors.ts'

export const petitionProblems = {
  askWait: {
    status: 429,
    message: {
      vi: 'Từ mạng này vừa gửi nhiều lần. Xin chờ một lát rồi gửi lại; những gì đã viết vẫn còn.',
      en: 'Much was sent from this network just now. Wait a moment and send again; what you wrote is kept.',
    },
  },
  lookUpWait: {
    status: 429,
    message: {
      vi: 'Nhập sai nhiều lần. Xin chờ một lát rồi thử lại.',
      en: 'Too many wrong codes. Please wait a moment.',
    },
  },
  notNow: {
    status: 409,
    message: { vi: 'Lúc này không làm được việc đó.', en: 'This cannot be done now.' },
  },
  aboutItself: {
    status: 422,
    message: {
      vi: 'Không giao cho chính cơ quan bị nói tới.',
      en: 'The body that it is about does not answer it.',
    },
  },
  nobodyThere: {
    status: 422,
    message: {
      vi: 'Đơn vị này chưa có ai được xử lý loại đơn đó.',
      en: 'Nobody in this unit may handle this kind.',
    },
  },
  whoSettledFirst: {
    status: 422,
    message: {
      vi: 'Chọn cơ quan đã giải quyết lần đầu, hoặc ghi mã tra cứu của khiếu nại lần đầu.',
      en: 'Choose the body that settled it first, or give the look-up code of the first complaint.',
    },
  },
  notSettledYet: {
    status: 409,
    message: {
      vi: 'Khiếu nại lần đầu còn trong hạn giải quyết. Có quyết định, hoặc quá hạn mà chưa giải quyết, thì khiếu nại lần hai được.',
      en: 'The first complaint is still within its time. Once it is settled, or late, you can complain again.',
    },
  },
  complainedAgain: {
    status: 409,
    message: {
      vi: 'Khiếu nại này đã có khiếu nại lần hai. Chưa đồng ý thì khởi kiện tại Tòa án.',
      en: 'There is a second complaint about it already. Whoever disagrees goes to court.',
    },
  },
  settledElsewhere: {
    status: 422,
    message: {
      vi: 'Nơi giải quyết lần đầu là UBND tỉnh: khiếu nại lần hai gửi Bộ trưởng quản lý ngành, hoặc khởi kiện tại Tòa án (Luật Khiếu nại, Điều 7, 23).',
      en: 'The committee of the province settled it first: the second complaint goes to the minister, or to court (Law on Complaints art. 7, 23).',
    },
  },
  notTheSame: {
    status: 422,
    message: {
      vi: 'Chỉ gộp vào hỏi đáp, phản ánh khác đang giải quyết mà bạn xem được.',
      en: 'It can only join another open question or reflection that you may see.',
    },
  },
  tooManyFiles: {
    status: 422,
    message: {
      vi: 'Đã đủ 5 tệp. Gộp các trang vào một tệp, hoặc nói thêm bằng lời.',
      en: 'There are 5 files already. Put pages into one file, or say more in words.',
    },
  },
  picturesOnly: {
    status: 422,
    message: {
      vi: 'Với đơn tố cáo chỉ nhận ảnh (JPEG, PNG, WebP): tệp PDF, Word mang tên người làm ra tệp. Xin chụp ảnh trang giấy rồi gửi ảnh.',
      en: 'With a denunciation only pictures (JPEG, PNG, WebP) are taken: PDF and Word files hold who made them. Photograph the page.',
    },
  },
  attachWait: {
    status: 429,
    message: {
      vi: 'Từ mạng này vừa gửi nhiều tệp. Xin chờ một phút rồi gửi tiếp.',
      en: 'Many files were sent from this network just now. Wait a minute and go on.',
    },
  },
  noConsent: {
    status: 409,
    message: {
      vi: 'Người gửi không đồng ý đăng công khai.',
      en: 'Its sender does not want it published.',
    },
  },
  personalDataLeft: {
    status: 422,
    message: {
      vi: 'Còn dữ liệu cá nhân: tên người gửi, số điện thoại, số định danh hoặc thư điện tử. Xin bỏ đi rồi đăng.',
      en: 'Personal data is left: the sender’s name, a phone, a personal number or an e-mail address. Take it out first.',
    },
  },
} as const satisfies Record<string, ProblemKind>
