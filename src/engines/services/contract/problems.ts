import type { ProblemKind } from '#values/errors.ts'
import { workflowProblems } from '#engines/workflow/contract.ts'

export const servicesProblems = {
  resultDecided: {
    status: 409,
    message: {
      vi: 'Kết quả đã được duyệt, không sửa được nữa. Cần sửa thì trả lại bước duyệt.',
      en: 'The result is decided and stays as it is. To change it, return the dossier to whoever decides.',
    },
  },
  receivedByOther: {
    status: 409,
    message: {
      vi: 'Hồ sơ này do cán bộ khác nhận ở máy này. Người đó đăng nhập lại thì gửi được.',
      en: 'Somebody else took this in on this machine. It is sent once they sign in again.',
    },
  },
  newDateUnfit: {
    status: 422,
    message: { vi: 'Chưa hẹn lại được ngày này.', en: 'It cannot be put off to this day.' },
  },
  reuseGone: {
    status: 409,
    message: {
      vi: 'Giấy tờ này không còn dùng lại được: đã hết hạn, bị thay thế hoặc thu hồi.',
      en: 'This paper can no longer be used again: it is over, replaced or revoked.',
    },
  },
  notComplete: {
    status: 422,
    message: {
      vi: 'Thủ tục này chưa nộp được trên hệ thống, chỉ xem hướng dẫn.',
      en: 'This procedure cannot be filed here yet; it is described only.',
    },
  },
  procedureEnded: {
    status: 422,
    message: { vi: 'Thủ tục này không còn do tỉnh giải quyết.', en: 'The province no longer handles this procedure.' },
  },
  memberEnded: {
    status: 422,
    message: {
      vi: 'Gói này chưa nộp được vì có thủ tục không còn nhận hồ sơ. Xin nộp riêng từng thủ tục còn lại. Không còn nhận:',
      en: 'This cannot be filed together: something in it is taken no more. Please file the others one by one. Taken no more:',
    },
  },
  procedureChanged: {
    status: 409,
    message: {
      vi: 'Quy định của thủ tục này vừa thay đổi. Hồ sơ nộp hôm nay theo quy định mới; câu trả lời vẫn còn, xin xem lại rồi gửi.',
      en: 'The rules of this procedure have changed. What is filed today follows the new ones; your answers are kept: check them and send.',
    },
  },
  notHere: {
    status: 422,
    message: {
      vi: 'Bộ phận này không tiếp nhận thủ tục đó. Xin hướng dẫn người nộp đến đúng nơi.',
      en: 'This counter does not take that procedure in. Please guide the applicant to the right one.',
    },
  },
  noMinutes: {
    status: 409,
    message: {
      vi: 'Bước này cần biên bản họp hoặc kiểm tra. Xin ghi biên bản trước khi chuyển.',
      en: 'This step needs the minutes of its council or inspection. Keep them before passing on.',
    },
  },
  minutesAgainst: {
    status: 409,
    message: {
      vi: 'Biên bản kết luận không đạt. Chỉ đề nghị không chấp thuận, hoặc họp, kiểm tra lại.',
      en: 'The minutes conclude that it is not met. Propose a refusal, or call it anew.',
    },
  },
  meetingPast: {
    status: 422,
    message: {
      vi: 'Ngày họp, kiểm tra đã qua. Chọn từ hôm nay trở đi.',
      en: 'That day is over. Choose today or later.',
    },
  },
  meetingToCome: {
    status: 409,
    message: {
      vi: 'Chưa đến giờ đã báo, hoặc chưa báo ngày giờ. Biên bản ghi sau khi họp, kiểm tra.',
      en: 'It was not called, or its hour has not come. Minutes are kept afterwards.',
    },
  },
  bundleOnline: {
    status: 422,
    message: {
      vi: 'Nộp một lần nhiều thủ tục chỉ làm được ở trang của người nộp; tại quầy nhận từng thủ tục một.',
      en: 'Several procedures at once are filed on the applicant’s own page; a counter takes them one by one.',
    },
  },
  nobodyReceives: {
    status: 422,
    message: {
      vi: 'Bộ phận một cửa ở đây chưa có cán bộ tiếp nhận, nên chưa nộp được. Xin chọn nơi khác, hoặc gọi đường dây hỗ trợ.',
      en: 'Nobody receives applications at this counter yet, so none can be filed. Choose another place, or call the help line.',
    },
  },
  placeNeeded: {
    status: 422,
    message: { vi: 'Cần chọn xã, phường nơi nộp.', en: 'Choose the commune where it is filed.' },
  },
  incomplete: {
    status: 422,
    message: {
      vi: 'Hồ sơ còn thiếu, xin xem các chỗ được chỉ ra.',
      en: 'The application is incomplete; see the places named.',
    },
  },
  mustDeclare: {
    status: 422,
    message: { vi: 'Cần cam đoan những điều khai là đúng.', en: 'Declare that what you state is true.' },
  },
  paperFull: {
    status: 422,
    message: { vi: 'Giấy tờ này đã đủ số tệp.', en: 'This paper has all the files it may have.' },
  },
  tooManyFiles: {
    status: 422,
    message: {
      vi: 'Giấy này đã có 50 bản quét. Hãy gộp trang trước khi thêm.',
      en: 'There are 50 scans of this paper. Join their pages before adding more.',
    },
  },
  wrongFileType: {
    status: 422,
    message: {
      vi: 'Loại tệp này không nhận cho giấy tờ này.',
      en: 'This type of file is not accepted for this paper.',
    },
  },
  pageChanged: {
    status: 409,
    message: {
      vi: 'Trang này vừa được sửa ở nơi khác. Tải lại để xem bản đã lưu, hoặc chọn lưu bản đang ở đây.',
      en: 'This page was changed elsewhere. Reload to see what is saved, or choose to save what is here.',
    },
  },
  draftTaken: {
    status: 409,
    message: {
      vi: 'Đồng nghiệp đang làm hồ sơ này. Cần làm tiếp thì nhận lại ở mục Đang nhập dở.',
      en: 'A colleague is writing this application. Take it over from the list of drafts to go on.',
    },
  },
  draftGone: {
    status: 409,
    message: {
      vi: 'Hồ sơ này vừa được gửi hoặc đã bỏ. Xem ở Hồ sơ thủ tục trước khi nhập lại.',
      en: 'This application was just sent or discarded. Look among the dossiers before typing it again.',
    },
  },
  otherPerson: {
    status: 422,
    message: {
      vi: 'Số định danh này là của người mang họ tên khác. Xin xem lại thẻ căn cước.',
      en: 'This personal number is that of somebody with another name. Please look at the card again.',
    },
  },
  accountOfOther: {
    status: 422,
    message: {
      vi: 'Có người đã mở tài khoản trên mạng bằng số này với họ tên khác. Xem thẻ, đóng tài khoản ấy ở Tài khoản người dân, rồi nhận hồ sơ.',
      en: 'Somebody opened an account online under this number by another name. See the card, close that account under Citizen account, then receive.',
    },
  },
  notYourTask: {
    status: 403,
    message: {
      vi: 'Bước này đang giao cho người khác. Nhận việc hoặc xin phân công lại trước.',
      en: 'This step is with someone else. Take it or have it re-assigned first.',
    },
  },
  askedTooOften: {
    status: 429,
    message: {
      vi: 'Bạn đã xin xem nhiều hồ sơ trong một ngày. Xin chờ đến mai, hoặc hỏi thẳng đơn vị giải quyết.',
      en: 'You asked for many dossiers within a day. Wait until tomorrow, or ask the unit directly.',
    },
  },
  lookUpWait: {
    status: 429,
    message: {
      vi: 'Tra cứu sai nhiều lần. Xin chờ vài phút, hoặc gọi đường dây hỗ trợ.',
      en: 'Too many wrong codes. Wait a few minutes, or call the help line.',
    },
  },
  notPinned: {
    status: 422,
    message: { vi: 'Chỉ sửa được những chỗ được yêu cầu.', en: 'Only the places asked for can be changed.' },
  },
  coApplicantsFull: {
    status: 422,
    message: { vi: 'Hồ sơ này đã đủ người cùng nộp.', en: 'This application has as many co-applicants as it may.' },
  },
  coApplicantIsWriter: {
    status: 422,
    message: {
      vi: 'Đây là số của chính ông/bà. Ghi số của người cùng nộp.',
      en: 'This is your own number. Write that of the other person.',
    },
  },
  coApplicantTwice: {
    status: 422,
    message: { vi: 'Người có số này đã được ghi tên.', en: 'The person of this number is named already.' },
  },
  contactNeeded: {
    status: 422,
    message: {
      vi: 'Ghi số điện thoại hoặc thư điện tử của người đó.',
      en: 'Give their phone number or e-mail address.',
    },
  },
  pageTaken: {
    status: 422,
    message: { vi: 'Phần này đã giao cho người khác khai.', en: 'Somebody else answers this page.' },
  },
  applicationChanged: {
    status: 409,
    message: {
      vi: 'Hồ sơ vừa được sửa. Xin đọc lại rồi xác nhận.',
      en: 'The application has just been changed. Please read it again, then confirm.',
    },
  },
  submitterOnly: {
    status: 403,
    message: {
      vi: 'Việc này do người nộp hồ sơ làm. Ông/bà cùng nộp nên xem được mọi thứ, nhưng không làm thay.',
      en: 'Whoever sent the dossier does this. As a co-applicant you see everything.',
    },
  },
  notLetDo: {
    status: 403,
    message: {
      vi: 'Người nhờ ông/bà không giao việc này trong thủ tục này.',
      en: 'The person whom you act for did not let you do this in this procedure.',
    },
  },
  markOfOfficial: {
    status: 403,
    message: {
      vi: 'Cán bộ không chấm điểm thay người dân, cũng không chấm việc của chính mình. Người nộp tự chấm bằng máy của họ, hoặc ở quầy.',
      en: 'Officials do not mark in the place of citizens, nor their own work. The applicant marks it themselves, or at the desk.',
    },
  },
  alreadyRated: { status: 409, message: { vi: 'Hồ sơ này đã được chấm điểm.', en: 'This dossier has been rated.' } },
  notHandedOver: {
    status: 409,
    message: {
      vi: 'Hồ sơ này chưa trả kết quả. Nhận kết quả xong mới chấm điểm.',
      en: 'The result of this dossier was not handed over yet. It is rated afterwards.',
    },
  },
  ratedElsewhere: {
    status: 409,
    message: {
      vi: 'Ở đây chỉ chấm hồ sơ đã nhận kết quả tại đơn vị này trong 7 ngày qua. Hồ sơ khác chấm bằng liên kết đã gửi, hoặc ở trang của hồ sơ.',
      en: 'Only dossiers whose result was handed over here in the last 7 days are rated here. Others are rated by the link that was sent, or on their page.',
    },
  },
  bookTooLong: {
    status: 422,
    message: {
      vi: 'Kỳ này có hơn 1.000 hồ sơ. Xin chọn kỳ ngắn hơn.',
      en: 'More than 1,000 dossiers in this period. Choose a shorter one.',
    },
  },
  resultDiffers: {
    status: 409,
    message: {
      vi: 'Dự thảo kết quả khác với đề nghị, hoặc theo mẫu không dùng cho hồ sơ này. Soạn lại theo mẫu đúng.',
      en: 'The draft says otherwise than what is proposed, or is not for this case. Compose it from the right template.',
    },
  },
  noResultYet: {
    status: 409,
    message: {
      vi: 'Chưa có dự thảo kết quả để ký. Soạn ở thẻ Kết quả dự thảo, hoặc trả lại bước trước.',
      en: 'There is no draft of the result to sign. Compose it under Draft result, or return the dossier.',
    },
  },
  resultUnfilled: {
    status: 409,
    message: {
      vi: 'Dự thảo kết quả còn chỗ bỏ trống hoặc để dấu chấm (…………). Điền đủ rồi mới ký.',
      en: 'The draft still has empty places or dots (…………). Fill them in before it is signed.',
    },
  },
  noticeKnown: {
    status: 409,
    message: {
      vi: 'Thông báo mang số này đã ghi vào hồ sơ rồi.',
      en: 'The notice of this number is in the dossier already.',
    },
  },
  exemptionOpen: {
    status: 409,
    message: {
      vi: 'Người nộp đề nghị miễn, giảm phí, lệ phí. Xác nhận hoặc từ chối đề nghị ấy trước.',
      en: 'The applicant asks for an exemption from the fee. Decide on it first.',
    },
  },
  exemptionDecided: {
    status: 409,
    message: {
      vi: 'Hồ sơ không còn đề nghị miễn, giảm phí nào chờ xác nhận.',
      en: 'No exemption of this dossier waits to be decided.',
    },
  },
  feeUnpaid: {
    status: 409,
    message: { vi: 'Chưa thu lệ phí của hồ sơ này.', en: 'The fee of this dossier is not paid.' },
  },
  otherCounter: {
    status: 403,
    message: {
      vi: 'Hồ sơ này do quầy khác tiếp nhận. Chỉ quầy tiếp nhận, hoặc quầy đã hỗ trợ nộp, mới bổ sung, rút hồ sơ thay người nộp được.',
      en: 'Another counter received this dossier. Only that one, or the one that helped to file it, acts for the applicant.',
    },
  },
  requestNotSigned: {
    status: 422,
    message: {
      vi: 'Nhận đơn rút hồ sơ có chữ ký trước, rồi đánh dấu vào ô.',
      en: 'Take the signed request first, then tick the box.',
    },
  },
  ownMatter: {
    status: 409,
    message: {
      vi: 'Hồ sơ này là của chính ông/bà, nên người khác ký. Xin ủy quyền, hoặc nhờ cấp trên giao lại.',
      en: 'This is your own matter, so somebody else signs it. Delegate it, or have it assigned anew.',
    },
  },
  receiverUnseen: {
    status: 409,
    message: {
      vi: 'Xem giấy hẹn và giấy tờ tùy thân của người nhận trước, rồi đánh dấu ở màn Trả kết quả.',
      en: 'Look at the slip and identity of the receiver first, then tick it on the screen for handing out.',
    },
  },
  feeElsewhere: {
    status: 403,
    message: {
      vi: 'Phí của hồ sơ này do nơi tiếp nhận thu.',
      en: 'The fee of this dossier is taken where it is received.',
    },
  },
  postHasIt: {
    status: 409,
    message: {
      vi: 'Bưu điện đang lo việc này của hồ sơ rồi, xin xem tình trạng.',
      en: 'The post is seeing to this already; see how far it is.',
    },
  },
  oneCounterPerList: {
    status: 422,
    message: {
      vi: 'Mỗi danh sách giao bưu điện có ít nhất một bưu gửi, của một quầy.',
      en: 'A list for the post has at least one item, all of one counter.',
    },
  },
  postalOrderMoved: {
    status: 409,
    message: {
      vi: 'Bưu gửi này không còn ở tình trạng đó, xin tải lại trang.',
      en: 'This order is no longer as it was; load the page again.',
    },
  },
  pickUpUnfit: {
    status: 422,
    message: {
      vi: 'Chọn một trong các ngày bưu điện đến được.',
      en: 'Choose one of the days on which the post can come.',
    },
  },
  pickUpOver: {
    status: 409,
    message: {
      vi: 'Hồ sơ đã có kết quả hoặc đã kết thúc, không nhận thêm giấy tờ.',
      en: 'The dossier has its result or has ended; it takes no more papers.',
    },
  },
  undoOver: workflowProblems.undoOver,
  pinUnknown: {
    status: 422,
    message: { vi: 'Có chỗ ghim không có trong hồ sơ.', en: 'A pinned place is not in the dossier.' },
  },
} as const satisfies Record<string, ProblemKind>
