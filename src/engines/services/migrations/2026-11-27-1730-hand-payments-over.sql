-- What counters took before payments kept it stood at the fee, under numbers of the same books of receipts. It becomes an order, what a desk took, and its
-- receipt, once and for all, so that there is one place for what was paid. Sums of a moment are one order; of several receipts the first counts, the others
-- keep their numbers as void.
create temporary table handed on commit drop as
  select gen_random_uuid() as order_id, gen_random_uuid() as attempt_id, f.dossier_id, f.pay_at, sum(f.amount)::bigint as total, max(f.paid_at) as paid_at,
    min(f.method) as method, min(f.taken_by) as taken_by, array_agg(f.fee order by f.receipt_number, f.fee) as fees
  from services.fee f where f.paid_at is not null group by f.dossier_id, f.pay_at having sum(f.amount) > 0;

insert into payments.payment_order (id, reference, file_code, service_code, service_name, owner_id, collector_id, payer_id, payer_name, link, total, state,
    created_at, paid_at)
  select h.order_id, 'dossier ' || d.id || ' ' || h.pay_at, d.code, d.procedure_code, d.procedure_name, d.owner_id, d.receiver_id, d.applicant_id,
    coalesce(d.enterprise_name, d.applicant_name), '/trang-cua-toi/ho-so/' || d.id, h.total, 'paid', h.paid_at, h.paid_at
  from handed h join services.dossier d on d.id = h.dossier_id;

insert into payments.item (order_id, position, code, name, amount)
  select h.order_id, row_number() over (partition by h.order_id order by f.fee) - 1, f.fee, f.name, f.amount
  from handed h join services.fee f on f.dossier_id = h.dossier_id and f.pay_at = h.pay_at and f.paid_at is not null;

insert into payments.attempt (id, order_id, reference, method, amount, state, started_at, received, settled_at, taken_by)
  select h.attempt_id, h.order_id, 'TT-' || to_char(h.paid_at at time zone 'Asia/Ho_Chi_Minh', 'YYMMDD') || '-' || h.order_id, h.method, h.total, 'paid',
    h.paid_at, h.total, h.paid_at, h.taken_by
  from handed h;

-- Numbers of other shapes were of no book: such an order stands without a receipt.
insert into payments.receipt (id, order_id, attempt_id, unit_id, book, year, number, issued_at, payer_name, amount, verification_code, voided_at, voided_by,
    void_reason)
  select gen_random_uuid(), h.order_id, h.attempt_id, d.receiver_id, 'fee receipt ' || d.receiver_id,
    extract(year from f.paid_at at time zone 'Asia/Ho_Chi_Minh'), f.receipt_number::int, f.paid_at, coalesce(d.enterprise_name, d.applicant_name),
    case when f.fee = h.fees[1] then h.total else f.amount end, upper(substr(replace(gen_random_uuid()::text, '-', ''), 1, 16)),
    case when f.fee <> h.fees[1] then now() end, case when f.fee <> h.fees[1] then 'Liên Thông' end,
    case when f.fee <> h.fees[1] then 'Nhập vào biên lai đầu của cùng hồ sơ khi chuyển sổ' end
  from handed h join services.dossier d on d.id = h.dossier_id
  join services.fee f on f.dossier_id = h.dossier_id and f.pay_at = h.pay_at and f.paid_at is not null
  where f.receipt_number ~ '^\d{7}$';

drop index services.fee_paid;
alter table services.fee drop column paid_at, drop column method, drop column receipt_number, drop column taken_by;
