-- outside a transaction
-- Counting somebody's open work read each of up to a thousand rows; now the index alone answers it.
create index concurrently if not exists task_open on workflow.task (assignee, due, id) include (remind_at, is_waiting) where is_open
-- then
drop index concurrently if exists workflow.task_inbox
