-- What the public postal service carries for a dossier (Decision 45/2016/QĐ-TTg): its result to whoever waits for it, or papers to the counter.
create table services.postal_order (
  id uuid constraint postal_order_pk primary key,
  dossier_id uuid not null references services.dossier,
  kind text not null constraint postal_order_kind check (kind in ('delivery', 'pick-up')),
  step text,
  state text not null constraint postal_order_state check (state in ('asked', 'with-post', 'done', 'returned', 'fetched', 'cancelled')),
  recipient text not null,
  phone text,
  address text not null,
  wanted_on date,
  tracking_number text,
  list_id uuid,
  list_number text,
  asked_at timestamptz not null,
  moved_at timestamptz not null
);
create unique index postal_order_under_way on services.postal_order (dossier_id, kind, coalesce(step, '')) where state in ('asked', 'with-post', 'returned');
create index postal_order_live on services.postal_order (moved_at, id) where state in ('asked', 'with-post', 'returned');
create index postal_order_by_dossier on services.postal_order (dossier_id, asked_at);
create index postal_order_by_list on services.postal_order (list_id) where list_id is not null;

comment on table services.postal_order is 'What the postal service carries for a dossier, and how far it is.';
comment on column services.postal_order.state is 'asked: nobody told the post yet; with-post; done: handed over at its end; returned: came back, or nothing was there to collect; fetched: what came back was given at the counter.';
comment on column services.postal_order.step is 'Of a delivery: the step that hands this result over; a dossier may have several.';
comment on column services.postal_order.wanted_on is 'Of a pick-up: the day that suits the citizen.';
comment on column services.postal_order.list_id is 'The numbered list with which it was given to the post; several orders share one.';

grant insert, select, update on services.postal_order to lien_thong_app;
