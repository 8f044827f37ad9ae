import type { ProblemKind } from '#values/errors.ts'

export const reorganizationProblems = {
  planChanged: {
    status: 409,
    message: {
      vi: 'Chưa thực hiện: người khác vừa sửa phương án này. Xem họ đã đổi gì rồi làm lại.',
      en: 'Not done: somebody else has changed this plan since you opened it. See what, and do it again.',
    },
  },
  reorganizationBlocked: {
    status: 422,
    message: {
      vi: 'Chưa hẹn được: còn việc phải quyết, nếu không sẽ có thứ không thuộc về ai.',
      en: 'It cannot be scheduled yet: something would be left without an owner.',
    },
  },
  reorganizationUnderWay: {
    status: 409,
    message: {
      vi: 'Đang có một đợt sắp xếp đã hẹn hoặc đang chạy. Hãy chờ xong, hoặc bỏ hẹn đợt đó.',
      en: 'Another reorganisation is scheduled or under way. Wait for it, or take it back.',
    },
  },
  reorganizationMoving: {
    status: 409,
    message: {
      vi: 'Đang chuyển việc sang đơn vị mới. Chờ chạy xong rồi hãy hoàn tác.',
      en: 'Work is being moved to the new units. Wait until that is over, then take it back.',
    },
  },
  reorganizationInUse: {
    status: 409,
    message: {
      vi: 'Không hoàn tác được nữa: đã có việc làm theo tổ chức mới.',
      en: 'It can no longer be taken back: something was done by the new organisation.',
    },
  },
  organizationTakenBack: {
    status: 409,
    message: {
      vi: 'Đợt sắp xếp tổ chức đang được hoàn tác, việc đang chuyển về đơn vị cũ. Xin làm lại sau một phút.',
      en: 'The reorganisation is being taken back and work is on its way to the units of before. Please try again in a minute.',
    },
  },
} as const satisfies Record<string, ProblemKind>
