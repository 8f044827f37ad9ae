-- What an officer typed and somebody at their desk reads on its tablet. The lines are there only until they are answered.
create table queue.confirmation (
  id uuid not null,
  desk_id uuid not null,
  officer_id uuid not null,
  ticket_id uuid,
  title text not null,
  lines jsonb,
  state text not null,
  shown_at timestamptz not null,
  ended_at timestamptz,
  constraint confirmation_pk primary key (id),
  constraint confirmation_desk_id_fkey foreign key (desk_id) references queue.desk (id),
  constraint confirmation_officer_id_fkey foreign key (officer_id) references identity.account (id),
  constraint confirmation_ticket_id_fkey foreign key (ticket_id) references queue.ticket (id),
  constraint confirmation_state_check check (state in ('shown', 'right', 'wrong', 'taken-off')),
  constraint confirmation_lines_check check ((state = 'shown') = (lines is not null))
);
create unique index confirmation_at_desk on queue.confirmation (desk_id) where state = 'shown';
create index confirmation_by_desk on queue.confirmation (desk_id, shown_at);
grant select, insert, update on queue.confirmation to lien_thong_app;
