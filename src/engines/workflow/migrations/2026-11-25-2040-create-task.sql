create schema workflow;
grant usage on schema workflow to lien_thong_app;

create table workflow.task (
  id uuid not null,
  subject_type text not null,
  subject_id uuid not null,
  step text not null,
  consult text,
  unit_id uuid not null references directory.unit (id),
  assignee integer not null references directory.principal (key),
  -- What a list shows without asking the subject: written when the task is opened.
  code text not null,
  title text not null,
  line text not null,
  step_name jsonb not null,
  opened_at timestamptz not null,
  due timestamptz not null,
  remind_at timestamptz,
  is_waiting boolean not null default false,
  is_open boolean not null default true,
  closed_at timestamptz,
  closed_by integer,
  closed_by_name text,
  result text,
  constraint task_pk primary key (id)
);
comment on table workflow.task is 'One piece of work for a post, or for a function in a unit; the inbox reads it alone.';
comment on column workflow.task.is_waiting is 'The clock of its subject stands: it is shown, but nobody here is late.';
comment on column workflow.task.assignee is 'Key of a post or of a function in a unit: one integer, so that an inbox is one index scan a key.';
create index task_inbox on workflow.task (assignee, due, id) where is_open;
create index task_by_subject on workflow.task (subject_id, is_open);
create index task_done on workflow.task (closed_by, closed_at) where not is_open;

grant select, insert, update on workflow.task to lien_thong_app;
