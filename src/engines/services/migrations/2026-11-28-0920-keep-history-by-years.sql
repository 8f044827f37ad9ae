-- The history is most of what a dossier weighs: its years leave whole once they are archived.
alter table services.dossier_event rename to dossier_event_before;
alter table services.dossier_event_before rename constraint dossier_event_pk to dossier_event_before_pk;
alter table services.dossier_event_before rename constraint dossier_event_dossier_id_fkey to dossier_event_before_dossier_id_fkey;
alter index services.dossier_event_by_dossier rename to dossier_event_before_by_dossier;

create table services.dossier_event (
  like services.dossier_event_before including defaults,
  constraint dossier_event_pk primary key (at, id),
  constraint dossier_event_dossier_id_fkey foreign key (dossier_id) references services.dossier (id)
) partition by range (at);
comment on table services.dossier_event is 'The dossier''s history as people read it, in years; is_public = the applicant sees it too.';
create index dossier_event_by_dossier on services.dossier_event (dossier_id, at, id);
grant select, insert, update on services.dossier_event to lien_thong_app;

create table services.dossier_event_default partition of services.dossier_event default;
comment on table services.dossier_event_default is 'Takes what no year takes, so that a missing one stops nobody.';
insert into kernel.partitioned values ('services.dossier_event', 'year');

do $$
declare
  year timestamptz;
begin
  for year in select distinct date_trunc('year', at at time zone 'UTC') at time zone 'UTC' from services.dossier_event_before loop
    perform kernel.make_partition('services.dossier_event', year);
  end loop;
end $$;
insert into services.dossier_event select * from services.dossier_event_before;
drop table services.dossier_event_before;
