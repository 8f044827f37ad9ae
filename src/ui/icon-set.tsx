import IconActivity from '@tabler/icons-react/icons/IconActivity'
import IconAlarm from '@tabler/icons-react/icons/IconAlarm'
import IconAlertCircle from '@tabler/icons-react/icons/IconAlertCircle'
import IconAlertTriangle from '@tabler/icons-react/icons/IconAlertTriangle'
import IconArrowBackUp from '@tabler/icons-react/icons/IconArrowBackUp'
import IconArrowDown from '@tabler/icons-react/icons/IconArrowDown'
import IconArrowFork from '@tabler/icons-react/icons/IconArrowFork'
import IconArrowLeft from '@tabler/icons-react/icons/IconArrowLeft'
import IconArrowNarrowRight from '@tabler/icons-react/icons/IconArrowNarrowRight'
import IconArrowRight from '@tabler/icons-react/icons/IconArrowRight'
import IconArrowUp from '@tabler/icons-react/icons/IconArrowUp'
import IconArrowUpRight from '@tabler/icons-react/icons/IconArrowUpRight'
import IconArrowsExchange from '@tabler/icons-react/icons/IconArrowsExchange'
import IconBabyCarriage from '@tabler/icons-react/icons/IconBabyCarriage'
import IconBan from '@tabler/icons-react/icons/IconBan'
import IconBeach from '@tabler/icons-react/icons/IconBeach'
import IconBell from '@tabler/icons-react/icons/IconBell'
import IconBellOff from '@tabler/icons-react/icons/IconBellOff'
import IconBellRinging from '@tabler/icons-react/icons/IconBellRinging'
import IconBold from '@tabler/icons-react/icons/IconBold'
import IconBookmark from '@tabler/icons-react/icons/IconBookmark'
import IconBraces from '@tabler/icons-react/icons/IconBraces'
import IconBriefcase from '@tabler/icons-react/icons/IconBriefcase'
import IconBuilding from '@tabler/icons-react/icons/IconBuilding'
import IconBuildingBank from '@tabler/icons-react/icons/IconBuildingBank'
import IconBuildingCommunity from '@tabler/icons-react/icons/IconBuildingCommunity'
import IconBuildingStore from '@tabler/icons-react/icons/IconBuildingStore'
import IconBulb from '@tabler/icons-react/icons/IconBulb'
import IconCalendar from '@tabler/icons-react/icons/IconCalendar'
import IconCalendarCheck from '@tabler/icons-react/icons/IconCalendarCheck'
import IconCalendarDue from '@tabler/icons-react/icons/IconCalendarDue'
import IconCalendarEvent from '@tabler/icons-react/icons/IconCalendarEvent'
import IconCamera from '@tabler/icons-react/icons/IconCamera'
import IconCandle from '@tabler/icons-react/icons/IconCandle'
import IconCar from '@tabler/icons-react/icons/IconCar'
import IconCertificate from '@tabler/icons-react/icons/IconCertificate'
import IconChartBar from '@tabler/icons-react/icons/IconChartBar'
import IconCheck from '@tabler/icons-react/icons/IconCheck'
import IconChecks from '@tabler/icons-react/icons/IconChecks'
import IconChevronDown from '@tabler/icons-react/icons/IconChevronDown'
import IconChevronLeft from '@tabler/icons-react/icons/IconChevronLeft'
import IconChevronRight from '@tabler/icons-react/icons/IconChevronRight'
import IconChevronUp from '@tabler/icons-react/icons/IconChevronUp'
import IconCircle from '@tabler/icons-react/icons/IconCircle'
import IconCircleCheck from '@tabler/icons-react/icons/IconCircleCheck'
import IconCircleDashed from '@tabler/icons-react/icons/IconCircleDashed'
import IconCircleDot from '@tabler/icons-react/icons/IconCircleDot'
import IconCircleX from '@tabler/icons-react/icons/IconCircleX'
import IconClipboardCheck from '@tabler/icons-react/icons/IconClipboardCheck'
import IconClipboardList from '@tabler/icons-react/icons/IconClipboardList'
import IconClock from '@tabler/icons-react/icons/IconClock'
import IconCloudCheck from '@tabler/icons-react/icons/IconCloudCheck'
import IconCloudDownload from '@tabler/icons-react/icons/IconCloudDownload'
import IconCloudUp from '@tabler/icons-react/icons/IconCloudUp'
import IconCoin from '@tabler/icons-react/icons/IconCoin'
import IconColumns from '@tabler/icons-react/icons/IconColumns'
import IconCopy from '@tabler/icons-react/icons/IconCopy'
import IconCreditCard from '@tabler/icons-react/icons/IconCreditCard'
import IconDatabase from '@tabler/icons-react/icons/IconDatabase'
import IconDeviceMobile from '@tabler/icons-react/icons/IconDeviceMobile'
import IconDeviceTv from '@tabler/icons-react/icons/IconDeviceTv'
import IconDots from '@tabler/icons-react/icons/IconDots'
import IconDotsVertical from '@tabler/icons-react/icons/IconDotsVertical'
import IconDownload from '@tabler/icons-react/icons/IconDownload'
import IconEdit from '@tabler/icons-react/icons/IconEdit'
import IconEye from '@tabler/icons-react/icons/IconEye'
import IconEyeOff from '@tabler/icons-react/icons/IconEyeOff'
import IconFileCheck from '@tabler/icons-react/icons/IconFileCheck'
import IconFileDescription from '@tabler/icons-react/icons/IconFileDescription'
import IconFileExport from '@tabler/icons-react/icons/IconFileExport'
import IconFileImport from '@tabler/icons-react/icons/IconFileImport'
import IconFilePlus from '@tabler/icons-react/icons/IconFilePlus'
import IconFileSettings from '@tabler/icons-react/icons/IconFileSettings'
import IconFileText from '@tabler/icons-react/icons/IconFileText'
import IconFileTypeDoc from '@tabler/icons-react/icons/IconFileTypeDoc'
import IconFileTypePdf from '@tabler/icons-react/icons/IconFileTypePdf'
import IconFileTypeXls from '@tabler/icons-react/icons/IconFileTypeXls'
import IconFiles from '@tabler/icons-react/icons/IconFiles'
import IconFilter from '@tabler/icons-react/icons/IconFilter'
import IconFingerprint from '@tabler/icons-react/icons/IconFingerprint'
import IconFlag from '@tabler/icons-react/icons/IconFlag'
import IconFolder from '@tabler/icons-react/icons/IconFolder'
import IconFolders from '@tabler/icons-react/icons/IconFolders'
import IconForms from '@tabler/icons-react/icons/IconForms'
import IconGavel from '@tabler/icons-react/icons/IconGavel'
import IconGripVertical from '@tabler/icons-react/icons/IconGripVertical'
import IconHandClick from '@tabler/icons-react/icons/IconHandClick'
import IconHandFinger from '@tabler/icons-react/icons/IconHandFinger'
import IconHash from '@tabler/icons-react/icons/IconHash'
import IconHeart from '@tabler/icons-react/icons/IconHeart'
import IconHeartHandshake from '@tabler/icons-react/icons/IconHeartHandshake'
import IconHelpCircle from '@tabler/icons-react/icons/IconHelpCircle'
import IconHistory from '@tabler/icons-react/icons/IconHistory'
import IconHome from '@tabler/icons-react/icons/IconHome'
import IconHourglass from '@tabler/icons-react/icons/IconHourglass'
import IconId from '@tabler/icons-react/icons/IconId'
import IconInbox from '@tabler/icons-react/icons/IconInbox'
import IconInfoCircle from '@tabler/icons-react/icons/IconInfoCircle'
import IconItalic from '@tabler/icons-react/icons/IconItalic'
import IconKeyboard from '@tabler/icons-react/icons/IconKeyboard'
import IconLayoutList from '@tabler/icons-react/icons/IconLayoutList'
import IconLayoutSidebar from '@tabler/icons-react/icons/IconLayoutSidebar'
import IconLicense from '@tabler/icons-react/icons/IconLicense'
import IconLink from '@tabler/icons-react/icons/IconLink'
import IconList from '@tabler/icons-react/icons/IconList'
import IconListCheck from '@tabler/icons-react/icons/IconListCheck'
import IconListDetails from '@tabler/icons-react/icons/IconListDetails'
import IconKey from '@tabler/icons-react/icons/IconKey'
import IconLock from '@tabler/icons-react/icons/IconLock'
import IconLogin from '@tabler/icons-react/icons/IconLogin'
import IconLogout from '@tabler/icons-react/icons/IconLogout'
import IconMail from '@tabler/icons-react/icons/IconMail'
import IconMailDown from '@tabler/icons-react/icons/IconMailDown'
import IconMailForward from '@tabler/icons-react/icons/IconMailForward'
import IconMap from '@tabler/icons-react/icons/IconMap'
import IconMapPin from '@tabler/icons-react/icons/IconMapPin'
import IconMaximize from '@tabler/icons-react/icons/IconMaximize'
import IconMenu2 from '@tabler/icons-react/icons/IconMenu2'
import IconMessage from '@tabler/icons-react/icons/IconMessage'
import IconMessage2 from '@tabler/icons-react/icons/IconMessage2'
import IconMinus from '@tabler/icons-react/icons/IconMinus'
import IconMoodCry from '@tabler/icons-react/icons/IconMoodCry'
import IconMoodEmpty from '@tabler/icons-react/icons/IconMoodEmpty'
import IconMoodHappy from '@tabler/icons-react/icons/IconMoodHappy'
import IconMoodSad from '@tabler/icons-react/icons/IconMoodSad'
import IconMoodSmile from '@tabler/icons-react/icons/IconMoodSmile'
import IconMoon from '@tabler/icons-react/icons/IconMoon'
import IconNote from '@tabler/icons-react/icons/IconNote'
import IconPackage from '@tabler/icons-react/icons/IconPackage'
import IconPaperclip from '@tabler/icons-react/icons/IconPaperclip'
import IconPencil from '@tabler/icons-react/icons/IconPencil'
import IconPhone from '@tabler/icons-react/icons/IconPhone'
import IconPhoto from '@tabler/icons-react/icons/IconPhoto'
import IconPin from '@tabler/icons-react/icons/IconPin'
import IconPinned from '@tabler/icons-react/icons/IconPinned'
import IconPlayerPause from '@tabler/icons-react/icons/IconPlayerPause'
import IconPlugConnectedX from '@tabler/icons-react/icons/IconPlugConnectedX'
import IconPlus from '@tabler/icons-react/icons/IconPlus'
import IconPrinter from '@tabler/icons-react/icons/IconPrinter'
import IconQrcode from '@tabler/icons-react/icons/IconQrcode'
import IconReceipt from '@tabler/icons-react/icons/IconReceipt'
import IconRefresh from '@tabler/icons-react/icons/IconRefresh'
import IconReportMoney from '@tabler/icons-react/icons/IconReportMoney'
import IconScale from '@tabler/icons-react/icons/IconScale'
import IconScan from '@tabler/icons-react/icons/IconScan'
import IconSchool from '@tabler/icons-react/icons/IconSchool'
import IconScript from '@tabler/icons-react/icons/IconScript'
import IconSearch from '@tabler/icons-react/icons/IconSearch'
import IconSend from '@tabler/icons-react/icons/IconSend'
import IconSettings from '@tabler/icons-react/icons/IconSettings'
import IconShare from '@tabler/icons-react/icons/IconShare'
import IconShieldCheck from '@tabler/icons-react/icons/IconShieldCheck'
import IconShieldQuestion from '@tabler/icons-react/icons/IconShieldQuestion'
import IconShieldX from '@tabler/icons-react/icons/IconShieldX'
import IconSignature from '@tabler/icons-react/icons/IconSignature'
import IconSitemap from '@tabler/icons-react/icons/IconSitemap'
import IconSortAscending from '@tabler/icons-react/icons/IconSortAscending'
import IconSpeakerphone from '@tabler/icons-react/icons/IconSpeakerphone'
import IconStarFilled from '@tabler/icons-react/icons/IconStarFilled'
import IconStethoscope from '@tabler/icons-react/icons/IconStethoscope'
import IconSubtask from '@tabler/icons-react/icons/IconSubtask'
import IconSun from '@tabler/icons-react/icons/IconSun'
import IconTable from '@tabler/icons-react/icons/IconTable'
import IconTag from '@tabler/icons-react/icons/IconTag'
import IconTicket from '@tabler/icons-react/icons/IconTicket'
import IconTools from '@tabler/icons-react/icons/IconTools'
import IconTrash from '@tabler/icons-react/icons/IconTrash'
import IconTrendingDown from '@tabler/icons-react/icons/IconTrendingDown'
import IconTrendingUp from '@tabler/icons-react/icons/IconTrendingUp'
import IconTruck from '@tabler/icons-react/icons/IconTruck'
import IconUpload from '@tabler/icons-react/icons/IconUpload'
import IconUser from '@tabler/icons-react/icons/IconUser'
import IconUserCheck from '@tabler/icons-react/icons/IconUserCheck'
import IconUserPlus from '@tabler/icons-react/icons/IconUserPlus'
import IconUserQuestion from '@tabler/icons-react/icons/IconUserQuestion'
import IconUsers from '@tabler/icons-react/icons/IconUsers'
import IconUsersGroup from '@tabler/icons-react/icons/IconUsersGroup'
import IconVolume from '@tabler/icons-react/icons/IconVolume'
import IconWalk from '@tabler/icons-react/icons/IconWalk'
import IconWheelchair from '@tabler/icons-react/icons/IconWheelchair'
import IconWifi from '@tabler/icons-react/icons/IconWifi'
import IconWifiOff from '@tabler/icons-react/icons/IconWifiOff'
import IconWorld from '@tabler/icons-react/icons/IconWorld'
import IconX from '@tabler/icons-react/icons/IconX'
import IconZoomIn from '@tabler/icons-react/icons/IconZoomIn'
import IconZoomOut from '@tabler/icons-react/icons/IconZoomOut'

/** The drawn signs that screens may name; one file each, so that no barrel is loaded. A .tsx file so that it lands in the bundle. */
export const iconSet = {
  activity: IconActivity,
  alarm: IconAlarm,
  'alert-circle': IconAlertCircle,
  'alert-triangle': IconAlertTriangle,
  'arrow-back-up': IconArrowBackUp,
  'arrow-down': IconArrowDown,
  'arrow-fork': IconArrowFork,
  'arrow-left': IconArrowLeft,
  'arrow-narrow-right': IconArrowNarrowRight,
  'arrow-right': IconArrowRight,
  'arrow-up': IconArrowUp,
  'arrow-up-right': IconArrowUpRight,
  'arrows-exchange': IconArrowsExchange,
  'baby-carriage': IconBabyCarriage,
  ban: IconBan,
  beach: IconBeach,
  bell: IconBell,
  'bell-off': IconBellOff,
  'bell-ringing': IconBellRinging,
  bold: IconBold,
  bookmark: IconBookmark,
  braces: IconBraces,
  briefcase: IconBriefcase,
  building: IconBuilding,
  'building-bank': IconBuildingBank,
  'building-community': IconBuildingCommunity,
  'building-store': IconBuildingStore,
  bulb: IconBulb,
  calendar: IconCalendar,
  'calendar-check': IconCalendarCheck,
  'calendar-due': IconCalendarDue,
  'calendar-event': IconCalendarEvent,
  camera: IconCamera,
  candle: IconCandle,
  car: IconCar,
  certificate: IconCertificate,
  'chart-bar': IconChartBar,
  check: IconCheck,
  checks: IconChecks,
  'chevron-down': IconChevronDown,
  'chevron-left': IconChevronLeft,
  'chevron-right': IconChevronRight,
  'chevron-up': IconChevronUp,
  circle: IconCircle,
  'circle-check': IconCircleCheck,
  'circle-dashed': IconCircleDashed,
  'circle-dot': IconCircleDot,
  'circle-x': IconCircleX,
  'clipboard-check': IconClipboardCheck,
  'clipboard-list': IconClipboardList,
  clock: IconClock,
  'cloud-check': IconCloudCheck,
  'cloud-download': IconCloudDownload,
  'cloud-up': IconCloudUp,
  coin: IconCoin,
  columns: IconColumns,
  copy: IconCopy,
  'credit-card': IconCreditCard,
  database: IconDatabase,
  'device-mobile': IconDeviceMobile,
  'device-tv': IconDeviceTv,
  dots: IconDots,
  'dots-vertical': IconDotsVertical,
  download: IconDownload,
  edit: IconEdit,
  eye: IconEye,
  'eye-off': IconEyeOff,
  'file-check': IconFileCheck,
  'file-description': IconFileDescription,
  'file-export': IconFileExport,
  'file-import': IconFileImport,
  'file-plus': IconFilePlus,
  'file-settings': IconFileSettings,
  'file-text': IconFileText,
  'file-type-doc': IconFileTypeDoc,
  'file-type-pdf': IconFileTypePdf,
  'file-type-xls': IconFileTypeXls,
  files: IconFiles,
  filter: IconFilter,
  fingerprint: IconFingerprint,
  flag: IconFlag,
  folder: IconFolder,
  folders: IconFolders,
  forms: IconForms,
  gavel: IconGavel,
  'grip-vertical': IconGripVertical,
  'hand-click': IconHandClick,
  'hand-finger': IconHandFinger,
  hash: IconHash,
  heart: IconHeart,
  'heart-handshake': IconHeartHandshake,
  'help-circle': IconHelpCircle,
  history: IconHistory,
  home: IconHome,
  hourglass: IconHourglass,
  id: IconId,
  inbox: IconInbox,
  'info-circle': IconInfoCircle,
  italic: IconItalic,
  keyboard: IconKeyboard,
  'layout-list': IconLayoutList,
  'layout-sidebar': IconLayoutSidebar,
  license: IconLicense,
  link: IconLink,
  list: IconList,
  'list-check': IconListCheck,
  'list-details': IconListDetails,
  key: IconKey,
  lock: IconLock,
  login: IconLogin,
  logout: IconLogout,
  mail: IconMail,
  'mail-down': IconMailDown,
  'mail-forward': IconMailForward,
  map: IconMap,
  'map-pin': IconMapPin,
  maximize: IconMaximize,
  'menu-2': IconMenu2,
  message: IconMessage,
  'message-2': IconMessage2,
  minus: IconMinus,
  'mood-cry': IconMoodCry,
  'mood-empty': IconMoodEmpty,
  'mood-happy': IconMoodHappy,
  'mood-sad': IconMoodSad,
  'mood-smile': IconMoodSmile,
  moon: IconMoon,
  note: IconNote,
  package: IconPackage,
  paperclip: IconPaperclip,
  pencil: IconPencil,
  phone: IconPhone,
  photo: IconPhoto,
  pin: IconPin,
  pinned: IconPinned,
  'player-pause': IconPlayerPause,
  'plug-connected-x': IconPlugConnectedX,
  plus: IconPlus,
  printer: IconPrinter,
  qrcode: IconQrcode,
  receipt: IconReceipt,
  refresh: IconRefresh,
  'report-money': IconReportMoney,
  scale: IconScale,
  scan: IconScan,
  school: IconSchool,
  script: IconScript,
  search: IconSearch,
  send: IconSend,
  settings: IconSettings,
  share: IconShare,
  'shield-check': IconShieldCheck,
  'shield-question': IconShieldQuestion,
  'shield-x': IconShieldX,
  signature: IconSignature,
  sitemap: IconSitemap,
  'sort-ascending': IconSortAscending,
  speakerphone: IconSpeakerphone,
  'star-filled': IconStarFilled,
  stethoscope: IconStethoscope,
  subtask: IconSubtask,
  sun: IconSun,
  table: IconTable,
  tag: IconTag,
  ticket: IconTicket,
  tools: IconTools,
  trash: IconTrash,
  'trending-down': IconTrendingDown,
  'trending-up': IconTrendingUp,
  truck: IconTruck,
  upload: IconUpload,
  user: IconUser,
  'user-check': IconUserCheck,
  'user-plus': IconUserPlus,
  'user-question': IconUserQuestion,
  users: IconUsers,
  'users-group': IconUsersGroup,
  volume: IconVolume,
  walk: IconWalk,
  wheelchair: IconWheelchair,
  wifi: IconWifi,
  'wifi-off': IconWifiOff,
  world: IconWorld,
  x: IconX,
  'zoom-in': IconZoomIn,
  'zoom-out': IconZoomOut,
} as const

export type IconName = keyof typeof iconSet
