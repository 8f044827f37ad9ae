import type { Payment } from './ledger.ts'

/** How a payment may end on the page, by what the form sends. */
export const endings = {
  paid: 'Trả',
  cancelled: 'Thôi, không trả',
  lost: 'Trả, nhưng tin báo bị mất',
  late: 'Ngân hàng chưa trả lời',
  differs: 'Trả thiếu 1.000 đồng',
  twice: 'Trả, ngân hàng trừ hai lần',
} as const
export type Ending = keyof typeof endings

const escaped = (text: string): string => text.replaceAll(/[&<>"]/g, (char) => `&#${char.codePointAt(0)};`)

/** One button an ending. */
export const payPage = (payment: Payment): string => `<!doctype html>
<html lang="vi"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>Nền tảng thanh toán (mô phỏng)</title>
<style>body{font:18px sans-serif;max-width:32em;margin:2em auto;padding:0 1em}button{display:block;width:100%;margin:.5em 0;padding:.8em;font:inherit;text-align:left}</style>
<h1>Nền tảng thanh toán</h1><p>Mô phỏng để chạy thử. ${escaped(payment.payer)} trả <b>${Number(payment.asked).toLocaleString('vi-VN')} đồng</b>: ${escaped(payment.title)}</p>
<form method="post">${Object.entries(endings)
  .map(([value, text]) => `<button name="ket-thuc" value="${value}">${text}</button>`)
  .join('')}</form></html>`
