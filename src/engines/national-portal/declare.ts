import { z } from 'zod'

/** Fields of a dossier's record that came later than the first; a portal that does not know one may refuse it. */
const LaterField = z.enum([
  'NoiNopHoSo',
  'HoSoCoThanhPhanSoHoa',
  'TaiKhoanDuocXacThucVoiVNeID',
  'DuocThanhToanTrucTuyen',
  'LoaiDinhDanh',
  'SoDinhDanh',
  'NgayTuChoi',
  'NgayNopHoSo',
  'MaCSDL',
])
export type LaterField = z.output<typeof LaterField>

/** Why it refused something, or holds something else than we do: what an operator reads, with one way to mend it. */
export const Cause = z.enum([
  'procedure-unknown',
  'identity-missing',
  'record-missing',
  'field-wrong',
  'other',
  'lost',
  'status-differs',
  'date-differs',
  'result-missing',
  'value-differs',
  'not-compared',
])
export type Cause = z.output<typeof Cause>

const Code = z.string().min(1).max(20)

/**
 * How the national portal of this time speaks where its sources do not agree or its documents say nothing. Everything that is sure is
 * in the code; everything here may change without it.
 */
export const NationalProfile = z.strictObject({
  /** After the adapter's address. */
  paths: z.strictObject({ login: z.string().startsWith('/'), services: z.string().startsWith('/') }),
  services: z.strictObject({
    procedures: z.string(),
    procedure: z.string(),
    lookUp: z.string(),
    records: z.string(),
    progress: z.string(),
    statuses: z.string(),
    /** Gives what was filed there and not taken yet; no source names it. */
    filed: z.string(),
    /** Takes published questions with their answers; gives those that it shows. */
    questions: z.string(),
    heldQuestions: z.string(),
  }),
  /** What its `error_code` says. A code that is in no list is a refusal of unknown cause. */
  answers: z.strictObject({
    done: z.array(Code).min(1),
    sessionOver: z.array(Code),
    /** Told as new, and it is there already; told as a change, and it is not there. */
    isKnown: z.array(Code),
    isUnknown: z.array(Code),
    /** It will be tried again by itself. */
    tryLater: z.array(Code),
    causes: z.record(Code, Cause),
  }),
  /** `LoaiDoiTuong`: sources disagree. */
  subjects: z.strictObject({ citizen: Code, enterprise: Code, household: Code }),
  /** `HinhThucThu` of what is asked for by a notice while the dossier is settled; sources know reception, supplement, result. */
  noticeCollected: Code,
  /** `NoiNopHoSo`: where it was filed. */
  filedAt: z.strictObject({ here: Code, there: Code }),
  /** Where a dossier that was filed there says what every dossier has; no source settles the names. */
  filed: z.strictObject({
    procedure: z.string(),
    fullName: z.string(),
    personalId: z.string(),
    birthDate: z.string(),
    phone: z.string(),
    email: z.string(),
    enterpriseCode: z.string(),
    enterpriseName: z.string(),
    /** The code of the commune in which it is filed. */
    place: z.string(),
    /** What was answered there, by name. */
    answers: z.string(),
    files: z.string(),
    file: z.strictObject({ name: z.string(), paper: z.string(), address: z.string() }),
    /** Other places than the adapter from which files may be fetched, as `https://host`. */
    origins: z.array(z.url()),
  }),
  /** A question with its answer: what each part is called, and what says whether it is shown. Numbers are names there. */
  questions: z.strictObject({
    names: z.strictObject({
      number: z.string(),
      field: z.string(),
      procedure: z.string(),
      question: z.string(),
      unit: z.string(),
      unitName: z.string(),
      answerNumber: z.string(),
      answer: z.string(),
      state: z.string(),
    }),
    states: z.strictObject({ shown: Code, withdrawn: Code }),
  }),
  /** So many days a link to a file counts that a record holds; told again, the record holds a new one. */
  linkDays: z.int().min(1).max(3650),
  /** So many days after a dossier ended its links are renewed before they end; 0 = only while it is worked on. */
  renewDays: z.int().min(0).max(36500),
  /** How often it is asked for what was filed there. */
  fetchSeconds: z.int().min(5),
  laterFields: z.array(LaterField),
  /** `DuocTaiSuDung` of a file that was sent, used again from an earlier dossier, or from a result. */
  reused: z.strictObject({ no: Code, paper: Code, result: Code }),
  /** `MaLinhVuc` by our sector, where the procedure was not read from the national list. */
  fields: z.record(z.string(), z.string()),
  /** `madonvi` by the code of an agency; the others speak as the province. */
  units: z.record(z.string(), z.string()),
  /** By a procedure's code: statuses that it has under other numbers. */
  statuses: z.record(z.string(), z.record(z.string(), z.string())),
  /** How many records go in one message, and how many messages at once. */
  batch: z.int().min(1).max(500),
  atOnce: z.int().min(1).max(16),
  timeoutSeconds: z.int().min(1).max(120),
  /** From so many seconds an answer is slow. */
  slowSeconds: z.int().min(1).max(120),
})
export type NationalProfile = z.output<typeof NationalProfile>

/** Declares how the national portal speaks; refused at start where it is incomplete. */
export const defineNationalProfile = (profile: z.input<typeof NationalProfile>): NationalProfile =>
  NationalProfile.parse(profile)

const Mapped = z.union([
  z.string(),
  /** Words of theirs in ours; what is in neither is read as it stands. */
  z.strictObject({ from: z.string(), values: z.record(z.string(), z.string()).optional() }),
  /** A list of records, each column by its name there. */
  z.strictObject({ from: z.string(), rows: z.record(z.string(), z.string()) }),
])
export type Mapped = z.output<typeof Mapped>

/** How what is answered on the national portal becomes answers of a form here: by the path of each place, where it stands there. */
export const NationalForm = z.strictObject({
  procedure: z.string(),
  answers: z.record(z.string(), Mapped),
  /** Papers of theirs by their code, in ours. */
  papers: z.record(z.string(), z.string()),
})
export type NationalForm = z.output<typeof NationalForm>

/** Declares how one procedure that is filed there is filed here. */
export const defineNationalForm = (form: z.input<typeof NationalForm>): NationalForm => NationalForm.parse(form)
