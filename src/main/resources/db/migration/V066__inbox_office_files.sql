-- Files that the staff sends with an answer lie where those of citizens do, and are sealed and destroyed as they are.
-- Who of the staff brought it; empty for what its sender sent.
alter table inbox_enclosure add column author varchar(60) default '' not null;
-- The versions of the answer that it goes with, the first and the last; 0 as long as it goes with none.
alter table inbox_enclosure add column answer_from integer default 0 not null;
alter table inbox_enclosure add column answer_until integer default 0 not null;
-- Who is writing a version that it does not go with.
alter table inbox_enclosure add column left_out_by varchar(60) default '' not null;
