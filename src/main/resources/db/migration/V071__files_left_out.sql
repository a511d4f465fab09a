-- Who is writing a version of the answer that a file does not go with: there may be several at once, and each leaves out their own.
create table inbox_enclosure_left_out (
    enclosure_id bigint      not null references inbox_enclosure (id) on delete cascade,
    account      varchar(60) not null,
    primary key (enclosure_id, account)
);
insert into inbox_enclosure_left_out (enclosure_id, account) select id, left_out_by from inbox_enclosure where left_out_by <> '';
alter table inbox_enclosure drop column left_out_by;
