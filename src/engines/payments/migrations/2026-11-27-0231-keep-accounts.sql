create table payments.statement_line (
  transaction_code text not null,
  reference text not null,
  amount bigint not null,
  at timestamptz not null,
  day date not null,
  brought_at timestamptz not null,
  brought_by text not null,
  constraint statement_line_pk primary key (reference, transaction_code)
);
comment on table payments.statement_line is 'What the platform says it took for us, one line a transaction, as its statement was brought in. Never changed.';
create index statement_line_of_day on payments.statement_line (day);

create table payments.desk_closing (
  id uuid not null,
  unit_id uuid not null references directory.unit (id),
  account text not null,
  account_name text not null,
  closed_at timestamptz not null,
  day date not null,
  taken integer not null,
  cash bigint not null,
  transfer bigint not null,
  counted bigint not null,
  note text,
  signed_at timestamptz,
  signed_by text,
  signed_account text,
  constraint desk_closing_pk primary key (id),
  constraint desk_closing_difference check (counted = cash or note is not null),
  constraint desk_closing_signed check ((signed_at is null) = (signed_account is null)),
  constraint desk_closing_two_people check (signed_account is null or signed_account <> account)
);
comment on table payments.desk_closing is 'What one officer took at a desk since they closed it last, and the cash that they counted; somebody else signs it off.';
create index desk_closing_of_day on payments.desk_closing (day, unit_id);

alter table payments.attempt add column closing_id uuid references payments.desk_closing (id);
create index attempt_at_desk on payments.attempt (taken_by) where closing_id is null and method <> 'online' and state = 'paid';

grant select, insert on payments.statement_line to lien_thong_app;
grant select, insert, update on payments.desk_closing to lien_thong_app;
