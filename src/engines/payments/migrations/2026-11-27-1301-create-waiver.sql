create table payments.waiver (
  reference text not null,
  item text not null,
  unit_id uuid not null constraint waiver_unit_id_fkey references directory.unit (id),
  file_code text not null,
  name jsonb not null,
  ground jsonb not null,
  basis text,
  full_amount bigint not null,
  waived bigint not null,
  at timestamptz not null,
  by_name text not null,
  constraint waiver_pk primary key (reference, item),
  constraint waiver_amount check (waived > 0 and waived <= full_amount)
);
create index waiver_at on payments.waiver (at);
comment on table payments.waiver is 'What is not collected because the payer is exempt, wholly or in part, by ground; the reference is that of the order it is missing from.';
grant select, insert on payments.waiver to lien_thong_app;
