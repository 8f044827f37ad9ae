-- A constant default rewrites nothing; it goes again below, so that whoever opens work has to say what kind it is.
alter table workflow.task add column kind text not null default 'work';

-- The ids that steps of another kind than work had in every process published until now.
update workflow.task set kind = case
    when consult is not null then 'consult'
    when step = 'receive' then 'receive'
    when step in ('sign', 'sign-new') then 'decide'
    when step = 'issue' then 'issue'
    else 'deliver'
  end
where consult is not null or step in ('receive', 'sign', 'sign-new', 'issue', 'deliver', 'deliver-card');

alter table workflow.task alter column kind drop default;
alter table workflow.task add constraint task_kind check (kind in ('receive', 'work', 'decide', 'issue', 'deliver', 'consult'));
comment on column workflow.task.kind is 'The kind of its step, or consult for an opinion asked of another unit.';
create index task_by_kind on workflow.task (assignee, kind, due, id) where is_open;
