create table notification.sms_price (
  prefix text not null,
  valid_from date not null,
  dong integer not null constraint sms_price_amount check (dong >= 0),
  changed_by text not null,
  changed_at timestamptz not null,
  constraint sms_price_pk primary key (prefix, valid_from)
);
comment on table notification.sms_price is 'What one part costs by contract, from a day on.';
comment on column notification.sms_price.prefix is
  'Numbers that begin so, without the leading zero: "91"; empty: all that no longer prefix names.';
grant insert, select, update on notification.sms_price to lien_thong_app;

create index sms_troubled on notification.sms (next_at, id) where state in ('sending', 'undelivered', 'failed');
create index email_troubled on notification.email (next_at, id) where state in ('sending', 'failed');
