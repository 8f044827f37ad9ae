-- Until when of a day a counter receives so that the day still counts; null: as the body above does.
alter table calendar.office_hours add column cut_off text;
comment on column calendar.office_hours.cut_off is 'What is received after it counts from the next working day, where the limit asks for it; null: the cut-off of the unit above.';
