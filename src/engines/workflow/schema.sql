create table workflow.handed_over (
  transfer_id uuid not null,
  at timestamp with time zone not null,
  constraint handed_over_pk PRIMARY KEY (transfer_id),
  constraint handed_over_transfer_id_fkey FOREIGN KEY (transfer_id) REFERENCES directory.transfer(id)
);

create table workflow.task (
  id uuid not null,
  subject_type text not null,
  subject_id uuid not null,
  step text not null,
  consult text,
  unit_id uuid not null,
  assignee integer not null,
  code text not null,
  title text not null,
  line text not null,
  step_name jsonb not null,
  opened_at timestamp with time zone not null,
  due timestamp with time zone not null,
  remind_at timestamp with time zone,
  is_waiting boolean not null default false,
  is_open boolean not null default true,
  closed_at timestamp with time zone,
  closed_by integer,
  closed_by_name text,
  result text,
  undo jsonb,
  kind text not null,
  constraint task_pk PRIMARY KEY (id),
  constraint task_assignee_fkey FOREIGN KEY (assignee) REFERENCES directory.principal(key),
  constraint task_kind CHECK ((kind = ANY (ARRAY['receive'::text, 'work'::text, 'decide'::text, 'issue'::text, 'deliver'::text, 'consult'::text]))),
  constraint task_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES directory.unit(id)
);
CREATE INDEX task_by_kind ON workflow.task USING btree (assignee, kind, due, id) WHERE is_open;
CREATE INDEX task_by_subject ON workflow.task USING btree (subject_id, is_open);
CREATE INDEX task_consult_due ON workflow.task USING btree (due, id) WHERE (is_open AND (kind = 'consult'::text));
CREATE INDEX task_done ON workflow.task USING btree (closed_by, closed_at) WHERE (NOT is_open);
CREATE INDEX task_open ON workflow.task USING btree (assignee, due, id) INCLUDE (remind_at, is_waiting) WHERE is_open;

create table workflow.task_handover (
  transfer_id uuid not null,
  task_id uuid not null,
  from_key integer not null,
  from_unit_id uuid not null,
  to_key integer not null,
  given_by text,
  given_at timestamp with time zone not null,
  accepted_at timestamp with time zone,
  constraint task_handover_pk PRIMARY KEY (transfer_id, task_id),
  constraint task_handover_from_key_fkey FOREIGN KEY (from_key) REFERENCES directory.principal(key),
  constraint task_handover_from_unit_id_fkey FOREIGN KEY (from_unit_id) REFERENCES directory.unit(id),
  constraint task_handover_task_id_fkey FOREIGN KEY (task_id) REFERENCES workflow.task(id),
  constraint task_handover_to_key_fkey FOREIGN KEY (to_key) REFERENCES directory.principal(key),
  constraint task_handover_transfer_id_fkey FOREIGN KEY (transfer_id) REFERENCES directory.transfer(id)
);
CREATE INDEX task_handover_by_receiver ON workflow.task_handover USING btree (to_key);
CREATE INDEX task_handover_by_task ON workflow.task_handover USING btree (task_id);

comment on table workflow.handed_over is 'Transfers of which nothing is left with the posts that ended.';
comment on table workflow.task is 'One piece of work for a post, or for a function in a unit; the inbox reads it alone.';
comment on column workflow.task.assignee is 'Key of a post or of a function in a unit: one integer, so that an inbox is one index scan a key.';
comment on column workflow.task.is_waiting is 'The clock of its subject stands: it is shown, but nobody here is late.';
comment on column workflow.task.undo is 'Who last took, gave or put off this work, when, and how it was before: taken back by the same account within seconds.';
comment on column workflow.task.kind is 'The kind of its step, or consult for an opinion asked of another unit.';
comment on table workflow.task_handover is 'Open work of an official who is transferred, and who gets it.';
comment on column workflow.task_handover.given_by is 'The name of whoever gave it; null = nobody did, and at midnight it went to whoever leads the unit.';
comment on column workflow.task_handover.accepted_at is 'When its receiver said that they have it: from then on it is theirs, else from the effective day.';

grant insert, select on workflow.handed_over to lien_thong_app;
grant insert, select, update on workflow.task to lien_thong_app;
grant delete, insert, select, update on workflow.task_handover to lien_thong_app;
