create table services.fee_exemption (
  dossier_id uuid not null constraint fee_exemption_dossier_id_fkey references services.dossier (id),
  fee text not null,
  name jsonb not null,
  pay_at text not null,
  ground text not null,
  ground_name jsonb not null,
  basis text,
  percent integer not null constraint fee_exemption_percent check (percent between 1 and 100),
  full_amount bigint not null,
  amount bigint not null,
  state text not null default 'asked' constraint fee_exemption_state check (state in ('asked', 'granted', 'refused')),
  asked_at timestamptz not null,
  decided_at timestamptz,
  decided_by text,
  reason text,
  constraint fee_exemption_pk primary key (dossier_id, fee),
  constraint fee_exemption_less check (amount >= 0 and amount < full_amount),
  constraint fee_exemption_decided check ((state = 'asked') = (decided_at is null) and (state <> 'refused' or reason is not null))
);
comment on table services.fee_exemption is 'Who asked to pay less of a fee, by which ground, and what was decided. While it is asked the fee has no row and is not owed.';
grant select, insert, update on services.fee_exemption to lien_thong_app;
