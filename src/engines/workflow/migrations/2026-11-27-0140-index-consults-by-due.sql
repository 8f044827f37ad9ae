-- Opinions that were not given in time: silence counts as consent where the process says so.
create index task_consult_due on workflow.task (due, id) where is_open and kind = 'consult';
