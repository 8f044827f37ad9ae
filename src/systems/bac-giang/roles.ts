import { defineRole } from '#engines/directory/declare.ts'

/** What every official may read: who works where, and what each procedure asks. */
const everyone = { 'directory.read': 'all', 'procedure.read': 'all' } as const

const receiver = defineRole({
  function: 'receiver',
  title: { vi: 'Công chức một cửa', en: 'One-stop officer' },
  permissions: {
    ...everyone,
    'dossier.receive': 'unit',
    'dossier.read': 'unit',
    'dossier.advise': 'unit',
    'dossier.deliver': 'unit',
    'payment.take': 'unit',
    'account.open': 'unit',
    'petition.enter': 'unit',
  },
})

const oneStopHead = defineRole({
  function: 'one-stop-head',
  title: { vi: 'Trưởng bộ phận một cửa', en: 'Head of the one-stop unit' },
  permissions: {
    ...receiver.permissions,
    'rating.answer': 'unit',
    'access.grant': 'unit',
    'task.reassign': 'unit',
    'task.load': 'unit',
    'queue.manage': 'unit',
  },
})

/** Keeps the accounts of fees: reconciles, decides on refunds, signs closings off (Law 88/2015/QH13 on accounting). */
const accountant = defineRole({
  function: 'accountant',
  title: { vi: 'Kế toán', en: 'Accountant' },
  permissions: { ...everyone, 'payment.account': 'agency' },
})

const specialist = defineRole({
  function: 'specialist',
  title: { vi: 'Chuyên viên', en: 'Specialist' },
  permissions: {
    ...everyone,
    'dossier.read': 'unit',
    'dossier.advise': 'unit',
    'dossier.work': 'unit',
    'question.work': 'unit',
    'reflection.work': 'unit',
  },
})

const head = defineRole({
  function: 'head',
  title: { vi: 'Trưởng phòng', en: 'Head of division' },
  permissions: {
    ...specialist.permissions,
    'dossier.approve': 'unit',
    'question.approve': 'unit',
    'reflection.approve': 'unit',
    'complaint.work': 'unit',
    'petition.enter': 'unit',
    'rating.answer': 'unit',
    'access.grant': 'unit',
    'task.reassign': 'unit',
    'task.load': 'unit',
  },
})

const deputyHead = defineRole({
  function: 'deputy-head',
  title: { vi: 'Phó Trưởng phòng', en: 'Deputy head of division' },
  permissions: head.permissions,
})

/** The head of the body that is competent settles them and keeps who denounced secret (Luật Tố cáo 2018, Điều 12, 47). */
const denunciations = {
  'denunciation.work': 'agency',
  'denunciation.approve': 'agency',
  'denunciation.unseal': 'agency',
} as const

const leader = defineRole({
  function: 'leader',
  title: { vi: 'Lãnh đạo cơ quan', en: 'Head of the agency' },
  permissions: {
    ...everyone,
    'dossier.read': 'agency',
    'dossier.advise': 'agency',
    'dossier.work': 'agency',
    'dossier.approve': 'agency',
    'question.work': 'agency',
    'question.approve': 'agency',
    'reflection.work': 'agency',
    'reflection.approve': 'agency',
    'complaint.work': 'agency',
    'complaint.approve': 'agency',
    ...denunciations,
    'result.revoke': 'agency',
    'rating.answer': 'agency',
    'access.grant': 'agency',
    'task.reassign': 'agency',
    'task.load': 'agency',
  },
})

const deputyLeader = defineRole({
  function: 'deputy-leader',
  title: { vi: 'Cấp phó lãnh đạo cơ quan', en: 'Deputy head of the agency' },
  permissions: leader.permissions,
})

/** Chair and deputies of the provincial committee: they approve for their own agency and see the whole province. */
const provinceLeader = defineRole({
  function: 'province-leader',
  title: { vi: 'Lãnh đạo UBND tỉnh', en: 'Leader of the province' },
  permissions: { ...leader.permissions, 'dossier.read': 'all', 'dossier.advise': 'all', 'task.load': 'all' },
})

const clerk = defineRole({
  function: 'clerk',
  title: { vi: 'Văn thư', en: 'Document clerk' },
  permissions: { ...everyone, 'dossier.read': 'agency', 'dossier.advise': 'agency', 'dossier.issue': 'agency' },
})

/** Keeps the procedures of the province under control: 63/2010/NĐ-CP, 61/2018/NĐ-CP. */
const procedureController = defineRole({
  function: 'procedure-controller',
  title: { vi: 'Công chức kiểm soát thủ tục hành chính', en: 'Procedure control officer' },
  permissions: {
    ...everyone,
    'question.work': 'all',
    'reflection.work': 'all',
    'petition.enter': 'all',
    'task.load': 'all',
    'procedure.announce': 'all',
    'index.manage': 'all',
    'procedure.write': 'all',
    'procedure.approve': 'all',
  },
})

/** Who in a department writes its procedures and internal processes, for the province to approve: 63/2010/NĐ-CP, 61/2018/NĐ-CP. */
const procedureEditor = defineRole({
  function: 'procedure-editor',
  title: { vi: 'Đầu mối kiểm soát thủ tục của cơ quan', en: 'Procedure editor of an agency' },
  permissions: { ...everyone, 'procedure.write': 'agency' },
})

/** Runs the system and decides no dossier: rights to work on one are not given to whoever gives rights. */
const administrator = defineRole({
  function: 'administrator',
  title: { vi: 'Quản trị hệ thống', en: 'Administrator' },
  permissions: {
    ...everyone,
    'directory.manage': 'all',
    'directory.reorganize': 'all',
    'account.manage': 'all',
    'account.merge': 'all',
    'calendar.manage': 'all',
    'office-hours.manage': 'all',
    'procedure.announce': 'all',
    'index.manage': 'all',
    'job.read': 'all',
    'job.manage': 'all',
    'national-link.read': 'all',
    'national-link.manage': 'all',
    'message.manage': 'all',
    'access.explain': 'all',
    'access.simulate': 'all',
  },
})

const unitAdministrator = defineRole({
  function: 'unit-administrator',
  title: { vi: 'Quản trị đơn vị', en: 'Administrator of an agency' },
  permissions: {
    ...everyone,
    'directory.manage': 'agency',
    'office-hours.manage': 'agency',
    'account.manage': 'agency',
    'access.explain': 'agency',
    'access.simulate': 'agency',
  },
})

/** Watches over the link with the national portal and mends what differs; sees codes of dossiers, not what is in them. */
const linkOperator = defineRole({
  function: 'link-operator',
  title: { vi: 'Phụ trách kết nối quốc gia', en: 'Operator of the national link' },
  permissions: { ...everyone, 'national-link.read': 'all', 'national-link.manage': 'all', 'job.read': 'all' },
})

/** Reads everything that was done and changes nothing. */
const auditor = defineRole({
  function: 'auditor',
  title: { vi: 'Kiểm soát viên nhật ký', en: 'Auditor' },
  permissions: { ...everyone, 'audit.read': 'all', 'dossier.read': 'all', 'job.read': 'all', 'access.explain': 'all' },
})

export const roles = [
  receiver,
  oneStopHead,
  accountant,
  specialist,
  head,
  deputyHead,
  leader,
  deputyLeader,
  provinceLeader,
  clerk,
  procedureController,
  procedureEditor,
  administrator,
  unitAdministrator,
  linkOperator,
  auditor,
]
