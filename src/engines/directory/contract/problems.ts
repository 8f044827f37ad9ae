import type { ProblemKind } from '#values/errors.ts'

export const directoryProblems = {
  postHeld: { status: 409, message: { vi: 'Vị trí này đang có người giữ.', en: 'Someone holds this post.' } },
  notOwnPost: {
    status: 403,
    message: { vi: 'Chỉ ủy quyền được vị trí mình đang giữ.', en: 'Only a post of your own can be delegated.' },
  },
  otherAgency: {
    status: 422,
    message: {
      vi: 'Chỉ giao việc cho người trong cùng cơ quan.',
      en: 'Work is given only to somebody of the same agency.',
    },
  },
  orderToHeads: {
    status: 422,
    message: {
      vi: 'Chỉ người đứng đầu cơ quan giao ký thừa lệnh, và chỉ cho người đứng đầu đơn vị thuộc cơ quan.',
      en: 'Only the head of an agency lets sign by order, and only heads of its divisions.',
    },
  },
  delegatedOn: {
    status: 422,
    message: { vi: 'Việc được ủy quyền không được ủy quyền lại.', en: 'Delegated work may not be delegated on.' },
  },
  vacantPost: {
    status: 422,
    message: {
      vi: 'Vị trí này chưa có người giữ: việc giao cho vị trí ấy sẽ không ai làm.',
      en: 'Nobody holds this post: work given to it would be done by nobody.',
    },
  },
  unitEnds: {
    status: 409,
    message: {
      vi: 'Đơn vị này thôi hoạt động theo đợt sắp xếp đã hẹn. Hãy bỏ hẹn, sửa phương án rồi hẹn lại.',
      en: 'This unit ends by a reorganisation that is scheduled. Take it back, change its plan and schedule it again.',
    },
  },
  rightsBeyond: {
    status: 403,
    message: {
      vi: 'Vị trí này có quyền trên toàn tỉnh: do quản trị của tỉnh bố trí.',
      en: 'This post has rights over the whole province: its administrator fills it.',
    },
  },
  ownPost: {
    status: 403,
    message: {
      vi: 'Không ai tự bố trí, điều động chính mình: nhờ quản trị viên khác của cơ quan hoặc của tỉnh.',
      en: 'Nobody decides about their own posts: another administrator, of the agency or the province, does.',
    },
  },
  ownStandIn: {
    status: 403,
    message: {
      vi: 'Người quản trị không tự nhận việc của người vắng: chọn người khác làm thay.',
      en: 'An administrator does not take over the work of who is away: choose somebody else to stand in.',
    },
  },
  organCodeTaken: {
    status: 409,
    message: {
      vi: 'Mã định danh này đang là của đơn vị khác.',
      en: 'Another unit bears this organ code.',
    },
  },
  holderLeaves: {
    status: 422,
    message: {
      vi: 'Người giao hoặc người nhận thôi giữ vị trí trước ngày cuối. Chọn ngày cuối sớm hơn.',
      en: 'Somebody of the two leaves the post before the last day. Choose an earlier one.',
    },
  },
  delegationPast: {
    status: 422,
    message: {
      vi: 'Ngày cuối đã qua. Chọn hôm nay hoặc ngày sau.',
      en: 'The last day is over. Choose today or later.',
    },
  },
  delegatedAlready: {
    status: 409,
    message: {
      vi: 'Đã giao cho vị trí này trong những ngày đó. Muốn đổi thì chấm dứt lần trước đã.',
      en: 'It is given to this post for those days already. End that first to change it.',
    },
  },
} as const satisfies Record<string, ProblemKind>
