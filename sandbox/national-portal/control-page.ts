import type { Faults } from './faults.ts'
import type { Kept } from './kept.ts'

/** What it holds and how it misbehaves, and how to change that from a terminal. */
export function controlPage(faults: Faults, { dossiers, filed, answers }: Kept): string {
  const rows = [...dossiers]
    .slice(-200)
    .reverse()
    .map(
      ([code, { record, progress, statuses }]) =>
        `<tr><td>${escaped(code)}<td>${escaped(record['TenTTHC'])}<td>${escaped(record['TrangThaiHoSo'])}<td>${progress.length}<td>${escaped(statuses.at(-1)?.['TrangThai'])}`,
    )
  return `<!doctype html><html lang="vi"><meta charset="utf-8"><title>Cổng quốc gia giả lập</title>
<style>body{font:16px/1.5 sans-serif;max-width:70rem;margin:2rem auto;padding:0 1rem}td,th{text-align:left;padding:.2rem 1rem .2rem 0}</style>
<h1>Cổng quốc gia giả lập</h1>
<p>${dossiers.size} hồ sơ đang giữ, ${filed.size} hồ sơ nộp tại đây, ${[...answers.values()].filter((one) => one['TRANGTHAI'] === '1').length} câu hỏi đang đăng.</p>
<h2>Lỗi đang bật</h2><pre>${escaped(JSON.stringify(faults, undefined, 2))}</pre>
<pre>curl -d '{"isDown":true}' ĐỊA-CHỈ/dieu-khien/loi
curl -d @ho-so.json ĐỊA-CHỈ/dieu-khien/nop
curl ĐỊA-CHỈ/dieu-khien/ho-so
curl -d '{"MaHoSo":"MÃ"}' ĐỊA-CHỈ/dieu-khien/mo</pre>
<h2>Hồ sơ mới nhất</h2><table><tr><th>Mã<th>Thủ tục<th>Trạng thái<th>Số bước<th>Trạng thái trả về${rows.join('')}</table>`
}

const escaped = (value: unknown): string =>
  (typeof value === 'string' ? value : '').replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`)
