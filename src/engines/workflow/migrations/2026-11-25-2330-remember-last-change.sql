alter table workflow.task add column undo jsonb;
comment on column workflow.task.undo is 'Who last took, gave or put off this work, when, and how it was before: taken back by the same account within seconds.';
