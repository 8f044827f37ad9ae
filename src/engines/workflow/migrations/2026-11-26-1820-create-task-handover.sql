create table workflow.task_handover (
  transfer_id uuid not null references directory.transfer (id),
  task_id uuid not null references workflow.task (id),
  from_key integer not null references directory.principal (key),
  from_unit_id uuid not null references directory.unit (id),
  to_key integer not null references directory.principal (key),
  given_by text,
  given_at timestamptz not null,
  accepted_at timestamptz,
  constraint task_handover_pk primary key (transfer_id, task_id)
);
comment on table workflow.task_handover is 'Open work of an official who is transferred, and who gets it.';
comment on column workflow.task_handover.given_by is 'The name of whoever gave it; null = nobody did, and at midnight it went to whoever leads the unit.';
comment on column workflow.task_handover.accepted_at is 'When its receiver said that they have it: from then on it is theirs, else from the effective day.';
create index task_handover_by_receiver on workflow.task_handover (to_key);
create index task_handover_by_task on workflow.task_handover (task_id);

create table workflow.handed_over (
  transfer_id uuid not null references directory.transfer (id),
  at timestamptz not null,
  constraint handed_over_pk primary key (transfer_id)
);
comment on table workflow.handed_over is 'Transfers of which nothing is left with the posts that ended.';

grant select, insert, update, delete on workflow.task_handover to lien_thong_app;
grant select, insert on workflow.handed_over to lien_thong_app;
