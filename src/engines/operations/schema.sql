create table operations.disk_sample (
  machine text not null,
  at timestamp with time zone not null,
  free_bytes bigint not null,
  constraint disk_sample_pk PRIMARY KEY (machine, at)
);

create table operations.last_check (
  is_only boolean not null default true,
  at timestamp with time zone not null,
  machine text not null,
  readings jsonb not null,
  constraint last_check_pk PRIMARY KEY (is_only),
  constraint last_check_only CHECK (is_only)
);

create table operations.trouble (
  id uuid not null default gen_random_uuid(),
  code text not null,
  subject text not null default ''::text,
  gravity text not null,
  facts jsonb not null,
  began_at timestamp with time zone not null,
  seen_at timestamp with time zone not null,
  ended_at timestamp with time zone,
  constraint trouble_pk PRIMARY KEY (id),
  constraint trouble_ends CHECK ((ended_at >= began_at)),
  constraint trouble_gravity CHECK ((gravity = ANY (ARRAY['now'::text, 'today'::text, 'soon'::text])))
);
CREATE INDEX trouble_ended ON operations.trouble USING btree (ended_at DESC, id DESC) WHERE (ended_at IS NOT NULL);
CREATE UNIQUE INDEX trouble_open ON operations.trouble USING btree (code, subject) WHERE (ended_at IS NULL);

comment on table operations.disk_sample is 'How much of the data disk was free, every ten minutes of a fortnight: from it one sees when it will be full.';
comment on table operations.last_check is 'When the installation was last looked at, and the figures that were read.';
comment on table operations.trouble is 'What was found wrong with the installation, from when it began until it was seen no more.';
comment on column operations.trouble.subject is 'The machine it is about; empty = the whole installation.';

grant delete, insert, select, update on operations.disk_sample to lien_thong_app;
grant delete, insert, select, update on operations.last_check to lien_thong_app;
grant delete, insert, select, update on operations.trouble to lien_thong_app;
